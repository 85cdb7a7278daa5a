package org.escapement.module;

import java.util.List;
import java.util.Optional;
import org.escapement.config.Value;
import org.escapement.module.Parameter.Kind;
import org.escapement.route.TimerRoutes;
import org.escapement.text.Problems;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerDefinitions;
import org.escapement.timer.TimerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Kamailio's {@code ptimer}: route timers from the configuration, and those that annotations
 * define. These need no {@code loadmodule}.
 */
public final class PtimerModule implements Module {

  private TimerDefinitions definitions = new TimerDefinitions(new Problems());
  private List<TimerDefinition> timers = List.of();
  private @Nullable TimerRegistry registry;

  @Override
  public String name() {
    return "ptimer";
  }

  @Override
  public boolean implicit() {
    return true;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        number("default_type", "type of a timer that names none, 0 to 3; 0 unless set"),
        text("default_interval", "interval of a timer that names none; 1s unless set"),
        number("default_nworkers", "workers of a timer that names none, 1 to 1024; 1 unless set"),
        text("timer", "defines a timer: name=…;interval=…;…"),
        text("start", "the start route of a timer: timer=NAME;route=NAME"),
        text("loop", "the loop route of a timer: timer=NAME;route=NAME"),
        text("end", "the end route of a timer: timer=NAME;route=NAME"));
  }

  private Parameter number(String name, String doc) {
    return new Parameter.Function(
        name,
        Kind.INT,
        doc,
        (value, problems) -> definitions.set(name, ((Value.Int) value).value(), value.position()));
  }

  private Parameter text(String name, String doc) {
    return new Parameter.Function(
        name, Kind.TEXT, doc, (value, problems) -> definitions.set(name, value.placed()));
  }

  /** The timers of annotations come first, so that the configuration can name routes for them. */
  @Override
  public void configure(Settings settings) {
    Problems problems = settings.problems();
    Optional<Application> application = settings.application();
    definitions = new TimerDefinitions(problems);
    application.ifPresent(known -> known.timers().forEach(timer -> timer.define(definitions)));
    settings.apply(parameters());
    timers = definitions.build();
    application.ifPresent(known -> definitions.checkRoutes(known.routes().names(), problems));
  }

  @Override
  public int modInit(ModuleContext context) {
    registry = context.timers();
    TimerEditor editor = new TimerEditor(context.timers(), context.routes(), context.states());
    for (TimerDefinition timer : timers) {
      context.addTimer(timer, TimerRoutes.factory(context.routes(), context.states(), timer));
    }
    context.commands().add(new PtimerCommands(context.timers(), editor).commands());
    return 0;
  }

  /** Starts the workers of all timers, those of other modules included. */
  @Override
  public int childInit(int rank) {
    if (rank == Rank.PROC_MAIN && registry != null) {
      registry.start();
    }
    return 0;
  }
}
