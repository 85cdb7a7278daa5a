package org.escapement.bench.war;

import java.util.concurrent.TimeUnit;
import javax.enterprise.context.ApplicationScoped;
import org.escapement.bench.lateness.Ticks;
import org.escapement.route.Route;
import org.escapement.timer.TimerContext;
import org.jspecify.annotations.Nullable;

/** The routes of the timer that is measured. */
@ApplicationScoped
public class TickRoute {

  private volatile @Nullable Ticks ticks;

  void ticks(@Nullable Ticks present) {
    ticks = present;
  }

  @Route("BENCH_START")
  void start(TimerContext timer) {
    Ticks present = ticks;
    if (present != null) {
      timer.interval(TimeUnit.NANOSECONDS.toMicros(present.intervalNanos()) + "us");
    }
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
