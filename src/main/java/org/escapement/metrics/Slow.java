package org.escapement.metrics;

import java.util.ArrayList;
import java.util.List;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerStatus;
import org.jspecify.annotations.Nullable;

/**
 * A route that has been running for too long.
 *
 * @param kind which of the timer's routes it is
 * @param route its name
 */
public record Slow(
    String timer, int worker, TimerStatus.State kind, String route, long runningNanos) {

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** The routes that have been running for longer than a bound. */
  public static List<Slow> longerThan(long boundNanos, RouteTimers timers) {
    List<Slow> slow = new ArrayList<>();
    for (TimerControl timer : timers.list()) {
      TimerStatus status = timer.status();
      for (TimerStatus.Worker worker : status.workers()) {
        if (worker.runningNanos() > boundNanos) {
          String route = String.valueOf(route(status.definition(), worker.state()));
          slow.add(
              new Slow(
                  timer.name(), worker.worker(), worker.state(), route, worker.runningNanos()));
        }
      }
    }
    return slow;
  }

  private static @Nullable String route(TimerDefinition timer, TimerStatus.State kind) {
    return switch (kind) {
      case START -> timer.start();
      case LOOP -> timer.loop();
      case END -> timer.end();
    };
  }

  /** One line for an operator. */
  @Override
  public String toString() {
    return "route "
        + route
        + " of timer "
        + timer
        + ", worker "
        + worker
        + ", has been running for "
        + runningNanos / NANOS_PER_MILLI
        + " ms";
  }
}
