package org.escapement.module;

import org.escapement.message.WorkerState;
import org.escapement.route.RouteTable;
import org.escapement.route.TimerRoutes;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerDefinitions;
import org.escapement.timer.TimerRegistry;

/** Adds, changes and removes route timers while they run. Thread-safe. */
public final class TimerEditor {

  private final TimerRegistry timers;
  private final RouteTable routes;
  private final WorkerState.Store states;

  public TimerEditor(TimerRegistry timers, RouteTable routes, WorkerState.Store states) {
    this.timers = timers;
    this.routes = routes;
    this.states = states;
  }

  /**
   * Adds a timer, which begins at once.
   *
   * @param text its attributes, with those of its routes
   * @throws org.escapement.text.ConfigurationException with all that is wrong with it
   * @throws org.escapement.timer.TimerFaultException 400 if there is one of that name
   */
  void add(String text) {
    Problems problems = new Problems();
    TimerDefinitions definitions = new TimerDefinitions(problems);
    definitions.define(text, Position.of("RPC"));
    definitions.checkRoutes(routes.names(), problems);
    var built = definitions.build();
    problems.throwIfAny();
    for (TimerDefinition timer : built) {
      timers.add(timer, TimerRoutes.factory(routes, states, timer));
    }
  }

  /** As {@link TimerRegistry#set}. */
  void set(String name, String attribute, String value) {
    timers.set(name, attribute, value);
  }

  /** As {@link TimerRegistry#remove}. */
  void remove(String name) {
    timers.remove(name);
  }
}
