package org.escapement.variable.transformation;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.escapement.variable.Argument;
import org.escapement.variable.Reading;
import org.escapement.variable.Transformation;
import org.escapement.variable.TransformationKind;

/** Those of class {@code s} that look at the whole text. Lengths and places count characters. */
final class StringTransformations {

  List<TransformationKind> all() {
    return List.of(
        TransformationKind.of("s.len", "Number of characters", (v, c) -> v.set(v.text().length())),
        TransformationKind.of(
            "s.int",
            "The text as a whole number; empty when it is none",
            (value, context) -> toNumber(value)),
        text("s.toupper", "In upper case", text -> text.toUpperCase(Locale.ROOT)),
        text("s.tolower", "In lower case", text -> text.toLowerCase(Locale.ROOT)),
        text("s.trim", "Without blanks at both ends", String::strip),
        text("s.ltrim", "Without blanks at the beginning", String::stripLeading),
        text("s.rtrim", "Without blanks at the end", String::stripTrailing),
        text("s.rmws", "Without any blanks", text -> text.replaceAll("\\s+", "")),
        text("s.numeric", "The digits alone", text -> text.replaceAll("[^0-9]+", "")),
        new TransformationKind(
            "s.replace",
            ",match,replacement",
            "With every match replaced",
            2,
            2,
            (arguments, problems) -> {
              Argument match = arguments.argument(0, problems);
              Argument replacement = arguments.argument(1, problems);
              return (v, c) -> v.set(replace(v.text(), match.text(c), replacement.text(c)));
            }),
        new TransformationKind(
            "s.count",
            ",text",
            "How often a text occurs",
            1,
            TransformationKind.RAW,
            (arguments, problems) -> {
              String sought = arguments.raw().text();
              return (v, c) -> v.set(count(v.text(), sought));
            }));
  }

  /** One that makes a text of a text. */
  static TransformationKind text(String name, String help, UnaryOperator<String> operator) {
    return TransformationKind.of(name, help, textual(operator));
  }

  static Transformation textual(UnaryOperator<String> operator) {
    return (value, context) -> value.set(operator.apply(value.text()));
  }

  private static void toNumber(Reading value) {
    if (value.isNumber()) {
      return;
    }
    try {
      value.set(Long.parseLong(value.text()));
    } catch (NumberFormatException e) { // an answer of its own: no number, no value
      value.clear();
    }
  }

  private static String replace(String text, String match, String replacement) {
    return match.isEmpty() ? text : text.replace(match, replacement);
  }

  private static long count(String text, String sought) {
    long count = 0;
    for (int i = text.indexOf(sought); i >= 0; i = text.indexOf(sought, i + sought.length())) {
      count++;
    }
    return count;
  }
}
