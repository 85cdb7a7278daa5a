package org.escapement.bench.lateness;

import org.escapement.timer.ExecutorKind;
import org.escapement.timer.MissedPolicy;

/** Our timers, of type sync. A missed due time is skipped, so that the grid stays where it was. */
record RouteTimerSubject(ExecutorKind executor, String accuracy) implements Subject {

  @Override
  public String name() {
    return "Escapement "
        + (executor == ExecutorKind.SHARED ? "shared" : "dedicated")
        + ", accuracy "
        + accuracy;
  }

  @Override
  public boolean reaches(long intervalNanos) {
    return true;
  }

  @Override
  public Running start(Ticks ticks) {
    OurTimers timers = new OurTimers();
    timers.add(
        "bench",
        ticks.intervalNanos() / 1_000,
        accuracy,
        MissedPolicy.SKIP,
        executor,
        1,
        timer -> {
          long now = System.nanoTime();
          if (!ticks.hasOrigin()) {
            ticks.origin(timer.dueNanos());
          }
          ticks.ran(timer.dueNanos(), now);
          return 1;
        });
    return timers::close;
  }
}
