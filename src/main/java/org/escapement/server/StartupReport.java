package org.escapement.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.escapement.config.ListenSpec;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.ParameterTable;
import org.escapement.timer.TimerControl;

/** What {@code verbose_startup} has the log say: routes, timers, sockets and all parameters. */
final class StartupReport {

  private final Set<String> routes;
  private final List<TimerControl> timers;
  private final CoreParameters parameters;

  StartupReport(Set<String> routes, List<TimerControl> timers, CoreParameters parameters) {
    this.routes = routes;
    this.timers = timers;
    this.parameters = parameters;
  }

  /** Writes it to the log, if {@code verbose_startup} says so. */
  void writeIfWanted() {
    if (parameters.bool("verbose_startup")) {
      lines().forEach(ServerLog.LOG::verbose);
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("core.routes: " + listed(routes.stream().sorted().toList()));
    lines.add("core.timers: " + listed(timers.stream().map(TimerControl::name).toList()));
    lines.add(
        "core.listen: "
            + listed(
                parameters.list("listen", ListenSpec.class).stream()
                    .map(listen -> listen.address().toString())
                    .toList()));
    lines.addAll(ParameterTable.ofValues(parameters));
    return lines;
  }

  private static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
