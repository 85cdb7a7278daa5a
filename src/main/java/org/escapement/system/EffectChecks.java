package org.escapement.system;

import java.util.List;
import org.escapement.log.LogSinks;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Parameter;
import org.escapement.text.Nearest;
import org.escapement.text.Problems;

/** Finds values that are sound by themselves and cannot take effect all the same. */
public final class EffectChecks {

  private static final List<String> ENGINES = List.of("native", "default");

  private final CoreParameters parameters;
  private final Problems problems;

  public EffectChecks(CoreParameters parameters, Problems problems) {
    this.parameters = parameters;
    this.problems = problems;
  }

  /** Reports those that are the same on every host. */
  public void check() {
    Parameter engine = parameters.get("cfgengine");
    if (!ENGINES.contains(engine.text())) {
      problem(
          engine,
          "there is no engine '" + engine.text() + "' that executes routes",
          Nearest.advice("engine", engine.text(), ENGINES));
    }
    checkLogEngine();
  }

  /** Reports the sockets that this host cannot listen on. */
  public void checkListens() {
    try {
      new ListenSockets(parameters, Interfaces.ofMachine());
    } catch (IllegalArgumentException e) {
      problem(parameters.get("listen"), String.valueOf(e.getMessage()), "see listen");
    }
  }

  private void checkLogEngine() {
    Parameter type = parameters.get("log_engine_type");
    if (parameters.text("log_engine_type").isPresent()) {
      try {
        LogSinks.check(type.text(), parameters.text("log_engine_data").orElse(""));
      } catch (IllegalArgumentException e) {
        problem(type, "the log engine cannot begin", String.valueOf(e.getMessage()));
      }
    }
  }

  private void problem(Parameter parameter, String what, String advice) {
    problems.add(parameter.origin().position(), parameter.name() + ": " + what, advice);
  }
}
