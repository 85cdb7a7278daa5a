package org.escapement.config;

import java.util.HashSet;
import java.util.Set;
import org.escapement.config.CoreParameter.Layer;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.jspecify.annotations.Nullable;

/** Knows the settings' names, checks the forms of their values, and says which have no effect. */
final class SettingChecks {

  private final Knowledge knowledge;
  private final Report report;
  private final Set<String> noticed = new HashSet<>();

  SettingChecks(Knowledge knowledge, Report report) {
    this.knowledge = knowledge;
    this.report = report;
  }

  /** Says once that a setting has no effect, if that is so. */
  void use(String name, Position position) {
    CoreParameter parameter = knowledge.parameter(name);
    String main = parameter == null ? name : parameter.name();
    boolean never = parameter != null && parameter.layer() == Layer.NONE; // said with its value
    if (!never && !knowledge.acts(main) && noticed.add(main)) {
      report.notice(
          Severity.NOTICE,
          position,
          "the setting '" + name + "' is known and has no effect in this version",
          "take it out or leave it for a later version");
    }
  }

  /** Checks an assignment; null when its name is not to be kept. */
  Statement.@Nullable Assignment check(String name, Value value, Position position) {
    CoreParameter parameter = knowledge.parameter(name);
    if (parameter != null) {
      use(name, position);
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
