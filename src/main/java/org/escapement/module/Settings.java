package org.escapement.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.config.Statement.ModParam;
import org.escapement.text.Nearest;
import org.escapement.text.Problems;

/**
 * What a module is configured with.
 *
 * @param parameters those set for it, in the order of the configuration
 * @param application what the application's classes declare; empty when a configuration is checked
 *     without the application
 * @param problems receives what is wrong
 */
public record Settings(
    List<ModParam> parameters, Optional<Application> application, Problems problems) {

  public Settings {
    parameters = List.copyOf(parameters);
  }

  /** Sets all defaults, then the parameters one after another. */
  public void apply(List<Parameter> declared) {
    Map<String, Parameter> byName = new LinkedHashMap<>();
    declared.forEach(parameter -> byName.put(parameter.name(), parameter));
    declared.forEach(Parameter::reset);
    for (ModParam given : parameters) {
      String name = given.parameter().text();
      Parameter parameter = byName.get(name);
      if (parameter == null) {
        problems.add(
            given.parameter().position(),
            "unknown parameter '" + name + "'",
            byName.isEmpty()
                ? "the module has none: take the line out"
                : Nearest.advice("parameter", name, byName.keySet()));
      } else {
        parameter.set(given.value(), problems);
      }
    }
  }
}
