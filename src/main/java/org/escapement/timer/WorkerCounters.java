package org.escapement.timer;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one worker has counted since it was made.
 *
 * <p>Written by the worker's steps, one at a time, without allocation or lock; read by anyone.
 */
final class WorkerCounters {

  private final String timer;
  private final int worker;
  private final long accuracyNanos;
  private final AtomicLong ticks = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();
  private final AtomicLong overruns = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();
  private final DurationRecorder lateness = new DurationRecorder();
  private final DurationRecorder runTime = new DurationRecorder();

  /**
   * Counts for one worker.
   *
   * @param worker its number, from 0
   */
  WorkerCounters(TimerDefinition timer, int worker) {
    this.timer = timer.name();
    this.worker = worker;
    this.accuracyNanos = timer.accuracy().nanos();
  }

  void began() {
    increase(ticks, 1);
  }

  /** A tick is over; before, the distributions would delay the route by what the caches lost. */
  void ended(long latenessNanos, long runNanos, long newlyMissed) {
    lateness.record(latenessNanos);
    runTime.record(runNanos);
    if ((latenessNanos > accuracyNanos || newlyMissed > 0) && IrregularTick.wanted()) {
      new IrregularTick(timer, worker, latenessNanos, runNanos, newlyMissed).commit();
    }
    if (newlyMissed > 0) {
      increase(missed, newlyMissed);
      increase(overruns, 1);
    }
  }

  void failed() {
    increase(errors, 1);
  }

  long ticks() {
    return ticks.get();
  }

  long missed() {
    return missed.get();
  }

  long errors() {
    return errors.get();
  }

  TimerStats.Worker copy() {
    return new TimerStats.Worker(
        worker,
        ticks.get(),
        missed.get(),
        overruns.get(),
        errors.get(),
        lateness.copy(),
        runTime.copy());
  }

  /** There is one writer at a time, so no increment can be lost. */
  private static void increase(AtomicLong counter, long by) {
    counter.setRelease(counter.getPlain() + by);
  }
}
