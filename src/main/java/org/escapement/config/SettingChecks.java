package org.escapement.config;

import java.util.HashSet;
import java.util.Set;
import org.escapement.text.Position;
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
    if (!knowledge.acts(main) && noticed.add(main)) {
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
      checkForm(parameter, name, value);
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

  private void checkForm(CoreParameter parameter, String name, Value value) {
    if (value instanceof Value.Int number && number.value() != (int) number.value()) {
      wrong(name, value, "out of range", "write a smaller number");
    } else if (parameter.isInt()) {
      checkInt(parameter, name, value);
    } else if (parameter.isBool()) {
      if (value.asBoolean() == null || value instanceof Value.Text) {
        wrong(name, value, "neither yes nor no", "write yes, no, on, off, true, false, 1 or 0");
      }
    } else if (parameter.isText()) {
      if (value instanceof Value.Int) {
        wrong(name, value, "no text", "put it in quotes");
      }
    } else if (!parameter.words().isEmpty() && !parameter.words().contains(value.text())) {
      String words = String.join(", ", parameter.words());
      wrong(name, value, "none of " + words, "write one of them");
    }
  }

  private void checkInt(CoreParameter parameter, String name, Value value) {
    String range = range(parameter);
    if (!(value instanceof Value.Int number)) {
      boolean tooLarge = value instanceof Value.Word && value.text().matches("-?[0-9]++");
      String what = tooLarge ? "out of range" : "no whole number";
      wrong(name, value, what, "write a whole number" + range + ", without quotes");
    } else if (number.value() < parameter.least() || number.value() > parameter.greatest()) {
      wrong(name, value, "out of range", "write a whole number" + range);
    }
  }

  private static String range(CoreParameter parameter) {
    boolean below = parameter.least() > Integer.MIN_VALUE;
    boolean above = parameter.greatest() < Integer.MAX_VALUE;
    return (below ? " from " + parameter.least() : "")
        + (above ? " to " + parameter.greatest() : below ? " on" : "");
  }

  private void wrong(String name, Value value, String what, String advice) {
    report.problem(
        value.position(),
        "the value '" + Report.excerpt(value.text()) + "' of " + name + " is " + what,
        advice);
  }
}
