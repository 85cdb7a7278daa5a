package org.escapement.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A line for each subject, on it a dot for each figure: its median, with a bar from the least to
 * the greatest. Written as SVG text, since drawing with the JDK needs fonts that a server lacks.
 */
final class DotPlot {

  private static final List<String> COLOURS = List.of("#0072b2", "#e69f00", "#009e73", "#cc79a7");
  private static final MathContext DIGITS = new MathContext(3);
  private static final int LABELS = 430;
  private static final int WIDTH = 1_100;
  private static final int LINE = 22;
  private static final int TOP = 70;
  private static final int MARGIN = 40;

  private final String title;
  private final String axis;
  private final boolean logarithmic;
  private final StringBuilder svg = new StringBuilder();
  private double least;
  private double most;

  DotPlot(String title, String axis, boolean logarithmic) {
    this.title = title;
    this.axis = axis;
    this.logarithmic = logarithmic;
  }

  String draw(Summary summary) {
    scale(summary);
    int height = TOP + LINE * summary.lines().size() + 60;
    svg.append(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"12\">%n"
            .formatted(WIDTH, height));
    svg.append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n");
    text(10, 20, "start", title);
    for (int i = 0; i < summary.measures().size(); i++) {
      dot(LABELS + 150 * i, 40, COLOURS.get(i % COLOURS.size()));
      text(LABELS + 150 * i + 8, 44, "start", summary.measures().get(i));
    }
    int bottom = TOP + LINE * summary.lines().size();
    ticks(bottom);
    text((LABELS + WIDTH) / 2.0, bottom + 40, "middle", axis);
    for (int i = 0; i < summary.lines().size(); i++) {
      line(summary, i);
    }
    return svg.append("</svg>\n").toString();
  }

  private void line(Summary summary, int number) {
    Summary.Line line = summary.lines().get(number);
    int y = TOP + LINE * number + LINE / 2;
    text(LABELS - 20, y + 4, "end", String.join(" · ", line.keys()));
    for (int i = 0; i < summary.measures().size(); i++) {
      Spread spread = line.figures().get(summary.measures().get(i));
      if (spread != null) {
        String colour = COLOURS.get(i % COLOURS.size());
        rule(x(spread.least()), y, x(spread.most()), y, colour, 3);
        dot(x(spread.median()), y, colour);
      }
    }
  }

  private void scale(Summary summary) {
    double[] all =
        summary.lines().stream()
            .flatMap(line -> line.figures().values().stream())
            .flatMapToDouble(s -> DoubleStream.of(s.least(), s.most()))
            .filter(value -> !logarithmic || value > 0)
            .toArray();
    double low = Arrays.stream(all).min().orElse(1);
    double high = Arrays.stream(all).max().orElse(10);
    least = logarithmic ? Math.floor(Math.log10(low)) : Math.min(0, low * 1.05);
    most = Math.max(least + 1, logarithmic ? Math.ceil(Math.log10(high)) : high * 1.05);
  }

  private double x(double value) {
    double at = logarithmic ? Math.log10(Math.max(value, Math.pow(10, least))) : value;
    return LABELS + (at - least) / (most - least) * (WIDTH - MARGIN - LABELS);
  }

  private void ticks(int bottom) {
    double step = logarithmic ? 1 : (most - least) / 5;
    for (double at = least; at <= most + step / 1e6; at += step) {
      double value = logarithmic ? Math.pow(10, at) : at;
      rule(x(value), TOP - 10, x(value), bottom, "#dddddd", 1);
      text(x(value), bottom + 18, "middle", label(value));
    }
  }

  private static String label(double value) {
    return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
  }

  private void rule(double x1, double y1, double x2, double y2, String colour, int width) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%d\"/>%n",
            x1,
            y1,
            x2,
            y2,
            colour,
            width));
  }

  private void dot(double x, double y, String colour) {
    svg.append(
        String.format(
            Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n", x, y, colour));
  }

  private void text(double x, double y, String anchor, String text) {
    String safe = text.replace("&", "&amp;").replace("<", "&lt;");
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            safe));
  }
}
