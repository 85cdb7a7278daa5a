package org.escapement.variable.transformation;

import java.util.List;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.Argument;
import org.escapement.variable.Arguments;
import org.escapement.variable.Index;
import org.escapement.variable.Reading;
import org.escapement.variable.TransformationKind;
import org.escapement.variable.VariableContext;
import org.escapement.variable.transformation.ParameterList.Parameter;

/** Class {@code param}: texts such as {@code a=1;b=2}, with another separator if one is named. */
final class ParameterTransformations {

  List<TransformationKind> all() {
    return List.of(
        kind(
            "param.value",
            "name",
            "Value of a parameter",
            (list, name, context, out) -> {
              String value = list.value(name.text(context));
              out.set(value == null ? "" : value);
            }),
        kind(
            "param.in",
            "name",
            "1 when there is a parameter of that name, else 0",
            (list, name, context, out) -> out.set(list.value(name.text(context)) == null ? 0 : 1)),
        kind(
            "param.valueat",
            "index",
            "Value of the parameter at an index; a negative one counts from the end",
            (list, index, context, out) -> out.set(at(list, index.number(context)).value())),
        kind(
            "param.name",
            "index",
            "Name of the parameter at an index; a negative one counts from the end",
            (list, index, context, out) -> out.set(at(list, index.number(context)).name())),
        new TransformationKind(
            "param.count",
            "[,separator]",
            "Number of parameters",
            0,
            TransformationKind.RAW,
            (arguments, problems) -> {
              char separator = separator(arguments.raw(), problems);
              return (value, context) ->
                  value.set(ParameterList.read(value.text(), separator).all().size());
            }));
  }

  /** Takes something out of a list. */
  @FunctionalInterface
  private interface Part {
    void of(ParameterList list, Argument argument, VariableContext context, Reading out);
  }

  private static TransformationKind kind(String name, String argument, String help, Part part) {
    return new TransformationKind(
        name,
        "," + argument + "[,separator]",
        help,
        1,
        TransformationKind.RAW,
        (arguments, problems) -> {
          Argument first = arguments.argument(0, problems);
          if (argument.equals("index")) {
            first.needNumber(problems);
          }
          char separator = separator(afterFirst(arguments), problems);
          return (value, context) ->
              part.of(ParameterList.read(value.text(), separator), first, context, value);
        });
  }

  private static PlacedText afterFirst(Arguments arguments) {
    PlacedText raw = arguments.raw();
    int first = arguments.split().get(0).text().length();
    return raw.part(Math.min(first + 1, raw.text().length()), raw.text().length());
  }

  private static char separator(PlacedText placed, Problems problems) {
    String text = placed.text();
    if (text.length() > 1) {
      problems.add(placed.position(), "'" + text + "' is no separator", "write one character");
    }
    return text.length() == 1 ? text.charAt(0) : ';';
  }

  private static Parameter at(ParameterList list, long index) {
    int place = Index.of((int) index).among(list.all().size());
    return place < 0 ? new Parameter("", "") : list.all().get(place);
  }
}
