package org.escapement.bench.war;

import org.escapement.bench.lateness.Subject;
import org.escapement.bench.lateness.Ticks;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;

/** Our timer of {@code bench.cfg}. */
record RouteTimerSubject(RouteTimers timers, TickRoute route) implements Subject {

  @Override
  public String name() {
    return "Escapement";
  }

  @Override
  public boolean reaches(long intervalNanos) {
    return true;
  }

  @Override
  public Running start(Ticks ticks) {
    TimerControl timer = timers.timer("bench");
    route.ticks(ticks);
    timer.start(TimerControl.ALL);
    return () -> {
      timer.end(TimerControl.ALL);
      route.ticks(null);
    };
  }
}
