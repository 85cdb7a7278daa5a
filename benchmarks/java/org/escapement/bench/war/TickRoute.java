package org.escapement.bench.war;

import javax.enterprise.context.ApplicationScoped;
import org.escapement.bench.lateness.Ticks;
import org.escapement.route.Route;
import org.escapement.timer.TimerContext;
import org.jspecify.annotations.Nullable;

/** The loop route of the timers that are measured. */
@ApplicationScoped
public class TickRoute {

  private volatile @Nullable Ticks ticks;

  void ticks(@Nullable Ticks present) {
    ticks = present;
  }

  @Route("BENCH_TICK")
  void tick(TimerContext timer) {
    long now = System.nanoTime();
    Ticks present = ticks;
    if (present == null) {
      return;
    }
    if (!present.hasOrigin()) {
      present.origin(timer.dueNanos());
    }
    present.ran(timer.dueNanos(), now);
  }
}
