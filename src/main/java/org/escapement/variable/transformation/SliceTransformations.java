package org.escapement.variable.transformation;

import java.util.ArrayList;
import java.util.List;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.Argument;
import org.escapement.variable.Arguments;
import org.escapement.variable.Index;
import org.escapement.variable.Transformation;
import org.escapement.variable.TransformationKind;

/** Those of class {@code s} that take a part of the text. Places count characters from 0 on. */
final class SliceTransformations {

  List<TransformationKind> all() {
    return List.of(
        new TransformationKind(
            "s.substr",
            ",offset,length",
            "A part; a negative offset counts from the end, length 0 is up to the end",
            2,
            2,
            SliceTransformations::substring),
        new TransformationKind(
            "s.select",
            ",index,separator",
            "The part at an index; a negative one counts from the end",
            2,
            TransformationKind.RAW,
            SliceTransformations::select),
        number(
            "s.strip",
            "Without so many characters at the beginning",
            (text, n) -> text.substring(n)),
        number(
            "s.striptail",
            "Without so many characters at the end",
            (text, n) -> text.substring(0, text.length() - n)),
        new TransformationKind(
            "s.before",
            ",character",
            "What stands before the first such character, or all",
            1,
            TransformationKind.RAW,
            SliceTransformations::before),
        new TransformationKind(
            "s.after",
            ",character",
            "What stands after the first such character",
            1,
            TransformationKind.RAW,
            SliceTransformations::after));
  }

  private static Transformation substring(Arguments arguments, Problems problems) {
    Argument offset = arguments.argument(0, problems).needNumber(problems);
    Argument length = arguments.argument(1, problems).needNumber(problems);
    return (value, context) -> {
      String text = value.text();
      long wanted = length.number(context);
      if (wanted < 0) {
        throw new IllegalArgumentException("the length " + wanted + " is below 0");
      }
      long from = offset.number(context);
      long begin = from < 0 ? text.length() + from : from;
      if (begin < 0 || begin >= text.length()) {
        value.set("");
      } else {
        long left = text.length() - begin;
        long end = wanted == 0 || wanted > left ? text.length() : begin + wanted;
        value.set(text.substring((int) begin, (int) end));
      }
    };
  }

  /** The separator is one character, which may be a comma. */
  private static Transformation select(Arguments arguments, Problems problems) {
    PlacedText raw = arguments.raw();
    PlacedText first = arguments.split().get(0);
    Argument index = arguments.read(first, problems).needNumber(problems);
    char separator = character(raw.part(first.text().length() + 1, raw.text().length()), problems);
    return (value, context) -> {
      List<String> parts = split(value.text(), separator);
      int place = Index.of((int) index.number(context)).among(parts.size());
      value.set(place < 0 ? "" : parts.get(place));
    };
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (int i = text.indexOf(separator); i >= 0; i = text.indexOf(separator, begin)) {
      parts.add(text.substring(begin, i));
      begin = i + 1;
    }
    parts.add(text.substring(begin));
    return parts;
  }

  private static Transformation before(Arguments arguments, Problems problems) {
    char mark = character(arguments.raw(), problems);
    return StringTransformations.textual(
        text -> text.indexOf(mark) < 0 ? text : text.substring(0, text.indexOf(mark)));
  }

  private static Transformation after(Arguments arguments, Problems problems) {
    char mark = character(arguments.raw(), problems);
    return StringTransformations.textual(
        text -> text.indexOf(mark) < 0 ? "" : text.substring(text.indexOf(mark) + 1));
  }

  private static char character(PlacedText placed, Problems problems) {
    if (placed.text().length() != 1) {
      problems.add(
          placed.position(), "'" + placed.text() + "' is not one character", "write one character");
      return ',';
    }
    return placed.text().charAt(0);
  }

  /** Takes characters away. */
  @FunctionalInterface
  private interface Strip {
    String strip(String text, int number);
  }

  private static TransformationKind number(String name, String help, Strip strip) {
    return new TransformationKind(
        name,
        ",number",
        help,
        1,
        1,
        (arguments, problems) -> {
          Argument number = arguments.argument(0, problems).needNumber(problems);
          return (value, context) -> {
            String text = value.text();
            long most = Math.max(0, Math.min(number.number(context), text.length()));
            value.set(strip.strip(text, (int) most));
          };
        });
  }
}
