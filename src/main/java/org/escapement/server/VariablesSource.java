package org.escapement.server;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.context.Dependent;
import javax.enterprise.inject.Produces;
import javax.inject.Inject;
import org.escapement.clock.ClockId;
import org.escapement.clock.NanoClock;
import org.escapement.clock.SystemClocks;
import org.escapement.command.Command;
import org.escapement.config.Configuration;
import org.escapement.config.Value;
import org.escapement.module.PvModule;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Parameter;
import org.escapement.queue.MessageQueues;
import org.escapement.queue.MqueueModule;
import org.escapement.statistic.Statistics;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.Format;
import org.escapement.variable.VariableCatalogue;
import org.escapement.variable.Variables;
import org.escapement.variable.builtin.BuiltIn;
import org.escapement.variable.builtin.SystemVariables;
import org.escapement.variable.builtin.VariableCommands;
import org.escapement.variable.builtin.Version;
import org.jspecify.annotations.Nullable;

/** The pseudo-variables and queues of the application, for whoever injects them. */
@ApplicationScoped
public class VariablesSource {

  private static final String LOG_PREFIX = "log_prefix";
  private static final long NANOS_PER_MICRO = 1_000;

  /** What is made together, at first use. */
  private record Made(BuiltIn builtIn, Variables variables, MessageQueues queues) {}

  @Inject private ServerParameters parameters;
  @Inject private Statistics statistics;

  private volatile Map<String, String> defines = Map.of();
  private @Nullable Made made;

  private synchronized Made made() {
    Made present = made;
    if (present == null) {
      present = make(parameters.parameters());
      made = present;
    }
    return present;
  }

  private Made make(CoreParameters core) {
    BuiltIn builtIn =
        new BuiltIn(
            new SystemVariables(
                (group, name) -> setting(core, group, name),
                name -> defines.get(name),
                System::getenv,
                Version.ofClasses()),
            statistics,
            ZoneId.systemDefault());
    VariableLimits limits = new VariableLimits(core);
    NanoClock wall = SystemClocks.of(ClockId.REALTIME);
    Variables variables =
        new Variables(
            builtIn.catalogue(),
            limits::expansion,
            limits::caching,
            () -> wall.nanos() / NANOS_PER_MICRO);
    return new Made(builtIn, variables, new MessageQueues(builtIn.catalogue()::workerSlot));
  }

  private static @Nullable Supplier<@Nullable Object> setting(
      CoreParameters core, String group, String name) {
    Parameter found =
        (group.equals(Parameter.CORE) ? core.find(name) : core.find(group, name)).orElse(null);
    return found == null ? null : found::value;
  }

  /** Takes what {@code #!define} gave names. */
  void defines(Map<String, String> given) {
    defines = Map.copyOf(given);
  }

  VariableCatalogue catalogue() {
    return made().builtIn.catalogue();
  }

  /** The commands about variables. */
  List<Command> commands() {
    return new VariableCommands(made().builtIn.shared(), variables()).commands();
  }

  /**
   * Reads the prefix of log lines.
   *
   * @param problems receives what is wrong with it
   * @return null when there is none
   */
  @Nullable Format logPrefix(Configuration configuration, Problems problems) {
    CoreParameters core = parameters.loaded();
    String text = core.text(LOG_PREFIX).orElse(null);
    if (text == null) {
      return null;
    }
    PlacedText placed = PlacedText.of(text, core.get(LOG_PREFIX).origin().position());
    if (configuration.setting(LOG_PREFIX).orElse(null) instanceof Value.Text written
        && written.text().equals(text)) {
      placed = written.placed();
    }
    return variables().format(placed, problems);
  }

  @Produces
  Variables variables() {
    return made().variables;
  }

  @Produces
  MessageQueues queues() {
    return made().queues;
  }

  @Produces
  @Dependent
  MqueueModule mqueue() {
    return new MqueueModule(queues(), variables());
  }

  @Produces
  @Dependent
  PvModule pv() {
    return new PvModule(made().builtIn.worker(), made().builtIn.shared());
  }
}
