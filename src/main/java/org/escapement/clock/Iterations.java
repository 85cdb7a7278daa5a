package org.escapement.clock;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The passes through a loop: each waits, then runs what is due, one entry after the other.
 *
 * <p>For the loop's thread, except where said otherwise. What others read is written without a
 * fence: they may see it some nanoseconds later.
 */
final class Iterations {

  private final Schedule schedule;
  private final LoopLife life;
  private final Batch batch = new Batch();
  private final AtomicBoolean iterating = new AtomicBoolean();
  private final AtomicLong iterations = new AtomicLong();
  private final AtomicLong wakeUps = new AtomicLong();
  private final AtomicLong dispatched = new AtomicLong();

  Iterations(Schedule schedule, LoopLife life) {
    this.schedule = schedule;
    this.life = life;
  }

  /**
   * One pass.
   *
   * @param boundNanos how long to wait at most, or NEVER
   * @return whether anything was run
   */
  boolean next(long boundNanos) {
    if (schedule.await(boundNanos)) {
      increment(wakeUps);
    }
    increment(iterations);
    Entry only = schedule.collect(batch);
    iterating.setRelease(true);
    try {
      return only != null ? runOnly(only) : runBatch();
    } finally {
      iterating.setRelease(false);
      batch.clear();
    }
  }

  private boolean runOnly(Entry only) {
    if (life.isExitAsked()) {
      return false;
    }
    increment(dispatched);
    only.run();
    return true;
  }

  private boolean runBatch() {
    boolean any = false;
    for (Entry e = batch.poll(); e != null && !life.isExitAsked(); e = batch.poll()) {
      if (schedule.claim(e)) {
        any = true;
        increment(dispatched);
        e.run();
      }
    }
    return any;
  }

  /** Whether a pass has begun and not ended. For any thread. */
  boolean isUnderWay() {
    return iterating.getAcquire();
  }

  /** What was done so far. For any thread. */
  LoopCounters counters(long errors) {
    return new LoopCounters(iterations.get(), wakeUps.get(), dispatched.get(), errors);
  }

  /** There is one writer, so no increment can be lost. */
  private static void increment(AtomicLong counter) {
    counter.setRelease(counter.getPlain() + 1);
  }
}
