package org.escapement.module;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.config.Value;
import org.escapement.statistic.Statistics;
import org.escapement.text.Problems;

/**
 * Kamailio's {@code statistics}: counters of the application's own, which routes add to with {@link
 * Statistics#update}.
 */
public final class StatisticsModule implements Module {

  /** {@code [group:]name[/no_reset]}. */
  private static final Pattern VARIABLE =
      Pattern.compile("(?:([A-Za-z0-9_.-]+):)?([A-Za-z0-9_.+@-]+)(/no_reset)?");

  private record Variable(String group, String name, boolean lasting) {}

  private final List<Variable> variables = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter.Function(
            "variable",
            Parameter.Kind.TEXT,
            "A counter of the application: [group:]name[/no_reset]; its group is script by default",
            this::declare));
  }

  private void declare(Value value, Problems problems) {
    Matcher matcher = VARIABLE.matcher(value.text().strip());
    if (!matcher.matches()) {
      problems.add(
          value.position(),
          "'" + value.text() + "' names no statistic",
          "write name, group:name or name/no_reset, of letters, digits and _ . -");
      return;
    }
    String group = matcher.group(1) == null ? Statistics.SCRIPT : matcher.group(1);
    String name = matcher.group(2);
    if (!names.add(group + ':' + name)) {
      problems.add(
          value.position(), "there are two statistics " + group + ':' + name, "keep one of them");
      return;
    }
    variables.add(new Variable(group, name, matcher.group(3) != null));
  }

  @Override
  public void statistics(Statistics statistics) {
    for (Variable variable : variables) {
      String help = "Counter of the application";
      if (variable.lasting) {
        statistics.lastingCounter(variable.group, variable.name, help);
      } else {
        statistics.counter(variable.group, variable.name, help);
      }
    }
  }
}
