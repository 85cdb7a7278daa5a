package org.escapement.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.config.CoreParameter;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Parameter;
import org.escapement.parameter.Setting;

/** The parameters as the page shows them. Thread-safe. */
public final class ParametersView {

  private ParametersView() {}

  /** The section of these parameters. */
  public static Section of(CoreParameters parameters) {
    return Section.of("parameters", () -> tree(parameters.all()));
  }

  private static Object tree(List<Parameter> parameters) {
    return parameters.stream()
        .filter(parameter -> !parameter.definition().isStatement())
        .map(ParametersView::row)
        .toList();
  }

  private static Map<String, Object> row(Parameter parameter) {
    CoreParameter definition = parameter.definition();
    Setting now = parameter.setting();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("group", parameter.group());
    row.put("name", parameter.name());
    row.put("type", definition.isInt() || definition.isBool() ? "int" : "string");
    row.put("value", now.text());
    row.put("default", parameter.byDefault().text());
    row.put("layer", definition.layer().name().toLowerCase(Locale.ROOT));
    row.put("setBy", now.origin().kind().name().toLowerCase(Locale.ROOT));
    row.put("source", parameter.isSet() ? now.origin().toString() : "");
    row.put("live", definition.runtime());
    row.put("help", definition.effect());
    return row;
  }
}
