package org.escapement.bench.lateness;

import io.netty.util.HashedWheelTimer;
import java.util.concurrent.TimeUnit;

/**
 * Netty's wheel with its shortest tick, a millisecond. It has no periodic timers: each run sets the
 * next one that has not passed yet.
 */
final class NettySubject implements Subject {

  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  @Override
  public String name() {
    return "Netty HashedWheelTimer (tick 1 ms)";
  }

  @Override
  public boolean reaches(long intervalNanos) {
    return intervalNanos >= TICK_NANOS;
  }

  @Override
  public Running start(Ticks ticks) {
    HashedWheelTimer timer = new HashedWheelTimer(TICK_NANOS, TimeUnit.NANOSECONDS);
    timer.start();
    ticks.origin(System.nanoTime() + ticks.intervalNanos());
    arm(timer, ticks, 0);
    return timer::stop;
  }

  private static void arm(HashedWheelTimer timer, Ticks ticks, long k) {
    timer.newTimeout(
        timeout -> {
          ticks.ran(ticks.dueNanos(k), System.nanoTime());
          if (!ticks.isDone()) {
            long passed = (System.nanoTime() - ticks.dueNanos(0)) / ticks.intervalNanos();
            arm(timer, ticks, Math.max(k, passed) + 1);
          }
        },
        Math.max(0, ticks.dueNanos(k) - System.nanoTime()),
        TimeUnit.NANOSECONDS);
  }
}
