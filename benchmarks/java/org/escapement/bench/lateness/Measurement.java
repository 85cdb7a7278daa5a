package org.escapement.bench.lateness;

import java.util.concurrent.TimeUnit;

/**
 * One measurement.
 *
 * @param intervalNanos of the ticks
 * @param measureNanos how long to measure, after a warm-up
 */
public record Measurement(long intervalNanos, long measureNanos) {

  private static final long WARM_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

  /** Measures a subject. */
  public Figures of(Subject subject) throws Exception {
    Ticks ticks = new Ticks(intervalNanos, count(WARM_UP_NANOS), count(measureNanos));
    Subject.Running running = subject.start(ticks);
    try {
      ticks.awaitWarm();
      long cpu = CLibrary.processCpuNanos();
      long begin = System.nanoTime();
      ticks.awaitDone();
      double share = (double) (CLibrary.processCpuNanos() - cpu) / (System.nanoTime() - begin);
      return ticks.figures(100 * share);
    } finally {
      running.stop();
    }
  }

  private int count(long nanos) {
    return (int) Math.max(1, nanos / intervalNanos);
  }
}
