package org.escapement.config;

import java.util.HashSet;
import java.util.Set;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.jspecify.annotations.Nullable;

/** Knows the settings' names, and checks the forms of their values. */
final class SettingChecks {

  private final Knowledge knowledge;
  private final Report report;
  private final Set<String> noticed = new HashSet<>();

  SettingChecks(Knowledge knowledge, Report report) {
    this.knowledge = knowledge;
    this.report = report;
  }

  /** Kamailio's way to say that there are as many as without the line. */
  private static boolean isDefault(CoreParameter parameter, Value value) {
    return parameter.name().equals("children")
        && value instanceof Value.Int number
        && number.value() == 0;
  }

  /** Checks an assignment; null when its name is not to be kept. */
  Statement.@Nullable Assignment check(String name, Value value, Position position) {
    CoreParameter parameter = knowledge.parameter(name);
    if (parameter != null) {
      if (isDefault(parameter, value)) {
        report.notice(
            Severity.NOTICE,
            value.position(),
            name + "=" + value.text() + " is the default, " + parameter.defaultText(),
            "take it out");
        return null;
      }
      Problem problem = new ValueRule(parameter).check(name, value);
      if (problem != null) {
        report.problem(problem.position(), problem.what(), problem.advice());
      }
      return new Statement.Assignment(parameter.name(), value, position);
    }
    if (!knowledge.isOther(name)) {
      report.problem(
          position,
          "unknown setting '" + Report.excerpt(name) + "'",
          knowledge.adviceForStatement(name));
    } else if (noticed.add(name)) {
      report.notice(
          Severity.NOTICE,
          position,
          "the setting '" + name + "' is known and not supported: it has no effect",
          "take it out");
    }
    return null;
  }
}
