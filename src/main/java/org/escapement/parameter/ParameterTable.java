package org.escapement.parameter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.escapement.config.CoreParameter;

/** Shows parameters to people: a heading, and a row for each, in columns. */
public final class ParameterTable {

  private static final int WIDEST = 60;

  private final List<List<String>> rows = new ArrayList<>();

  private ParameterTable(List<String> heading) {
    rows.add(heading);
  }

  /** What the parameters of the core have now: name, value, source, layer. */
  public static List<String> ofValues(CoreParameters parameters) {
    ParameterTable table = new ParameterTable(List.of("core.parameters", "value", "from", "layer"));
    for (Parameter parameter : parameters.all()) {
      table.rows.add(
          List.of(
              parameter.name(),
              parameter.text().isEmpty() ? "-" : parameter.text(),
              parameter.origin().toString(),
              layer(parameter.definition())));
    }
    return table.lines();
  }

  /** What the catalogue says of each parameter, without its effect. */
  public static List<String> ofCatalogue(List<CoreParameter> parameters) {
    ParameterTable table =
        new ParameterTable(
            List.of("name", "aliases", "type", "default", "allowed", "set", "layer", "effect"));
    for (CoreParameter parameter : parameters) {
      table.rows.add(
          List.of(
              parameter.name(),
              String.join(" ", parameter.aliases()),
              parameter.type(),
              parameter.defaultText(),
              parameter.allowed(),
              (parameter.repeatable() ? "repeatedly" : "once")
                  + (parameter.runtime() ? ", at run time" : ""),
              layer(parameter),
              parameter.effect()));
    }
    return table.lines();
  }

  private static String layer(CoreParameter parameter) {
    return parameter.layer().name().toLowerCase(Locale.ROOT);
  }

  private List<String> lines() {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns - 1; i++) {
        widths[i] = Math.max(widths[i], Math.min(WIDEST, row.get(i).length()));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      line.append(row.get(i)).append(" ".repeat(Math.max(0, widths[i] - row.get(i).length())));
      line.append(i + 1 < row.size() ? "  " : "");
    }
    return line.toString();
  }
}
