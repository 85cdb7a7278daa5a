package org.escapement.metrics;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.escapement.metrics.Event.Kind;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerStatus;

/**
 * Adds what happens to timers to the events: routes that fail at once, missed ticks once a second
 * for each timer, so that a tick costs nothing more for it.
 */
public final class TimerEvents {

  private final RouteTimers timers;
  private final EventRing events;
  private final Predicate<String> told;

  /** Of each timer, the due times missed so far; used by one thread at a time. */
  private final Map<String, Long> missed = new HashMap<>();

  /**
   * Events of timers.
   *
   * @param told of which timers, by name, missed ticks are told
   */
  public TimerEvents(RouteTimers timers, EventRing events, Predicate<String> told) {
    this.timers = timers;
    this.events = events;
    this.told = told;
  }

  /** A route failed; a {@link org.escapement.timer.FailureListener}. */
  public void failed(
      String timer, int worker, TimerStatus.State kind, String route, Throwable failure) {
    events.add(Kind.ERROR, timer, "route " + route + ", worker " + worker + ": " + failure);
  }

  /** A second has passed. */
  public void second() {
    for (TimerControl timer : timers.list()) {
      long now = timer.status().workers().stream().mapToLong(TimerStatus.Worker::missed).sum();
      Long before = missed.put(timer.name(), now);
      if (before == null || now > before) {
        long more = before == null ? now : now - before;
        if (more > 0 && told.test(timer.name())) {
          events.add(
              Kind.MISSED, timer.name(), more + (more == 1 ? " tick" : " ticks") + " missed");
        }
      }
    }
  }
}
