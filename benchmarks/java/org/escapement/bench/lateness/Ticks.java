package org.escapement.bench.lateness;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * The ticks of one subject: tick k is due at t0 + k·interval, and this notes when its run began.
 * The first ticks warm up and are not counted.
 *
 * <p>Noting allocates nothing and takes no lock; any thread may.
 */
public final class Ticks {

  private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);

  private final long intervalNanos;
  private final int warmUp;
  private final int total;
  private final AtomicLongArray lateness;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch done = new CountDownLatch(1);
  private long originNanos;

  Ticks(long intervalNanos, int warmUp, int measured) {
    this.intervalNanos = intervalNanos;
    this.warmUp = warmUp;
    this.total = warmUp + measured;
    this.lateness = new AtomicLongArray(total);
    for (int k = 0; k < total; k++) {
      lateness.set(k, Long.MIN_VALUE);
    }
  }

  /** Sets t0, a reading of {@link System#nanoTime}. To be called once, before the first run. */
  public void origin(long nanos) {
    originNanos = nanos;
    begun.countDown();
  }

  /** Whether t0 is set. */
  public boolean hasOrigin() {
    return begun.getCount() == 0;
  }

  public long intervalNanos() {
    return intervalNanos;
  }

  /** When tick k is due. */
  public long dueNanos(long k) {
    return originNanos + k * intervalNanos;
  }

  /** Notes a run that belongs to the next due time that has had none. */
  public void ran(long nowNanos) {
    note(next.getAndIncrement(), nowNanos);
  }

  /** Notes a run for a due time that the subject names itself. */
  public void ran(long dueNanos, long nowNanos) {
    note((dueNanos - originNanos) / intervalNanos, nowNanos);
  }

  /** Notes a run for the latest due time that is not after it. */
  public void ranForLatest(long nowNanos) {
    note(Math.max(0, (nowNanos - originNanos) / intervalNanos), nowNanos);
  }

  /** The first run for a due time counts. */
  private void note(long k, long nowNanos) {
    if (k < total) {
      lateness.compareAndSet((int) k, Long.MIN_VALUE, nowNanos - dueNanos(k));
    }
    if (k >= total - 1) {
      done.countDown();
    }
  }

  /** Whether all ticks have come; the subject may stop then. */
  public boolean isDone() {
    return done.getCount() == 0;
  }

  /** Waits for the end of the warm-up. */
  void awaitWarm() throws InterruptedException {
    if (!begun.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the subject has not begun within 30 s");
    }
    TimeUnit.NANOSECONDS.sleep(dueNanos(warmUp) - System.nanoTime());
  }

  /** Waits for the last tick, or until it is a second late. */
  void awaitDone() throws InterruptedException {
    long limit = dueNanos(total) + TimeUnit.SECONDS.toNanos(1);
    boolean unused = done.await(limit - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /** The figures; a due time is lost if no run came for it before the next one. */
  Figures figures(double cpuPercent) {
    Histogram histogram = new Histogram(LONGEST_NANOS, 3);
    long lost = 0;
    for (int k = warmUp; k < total; k++) {
      long late = lateness.getAcquire(k);
      if (late == Long.MIN_VALUE || late >= intervalNanos) {
        lost++;
      }
      if (late != Long.MIN_VALUE) {
        histogram.recordValue(Math.max(0, Math.min(late, LONGEST_NANOS)));
      }
    }
    return new Figures(
        histogram.getTotalCount(),
        lost,
        histogram.getValueAtPercentile(50) / 1e3,
        histogram.getValueAtPercentile(99) / 1e3,
        histogram.getValueAtPercentile(99.9) / 1e3,
        histogram.getMaxValue() / 1e3,
        cpuPercent);
  }
}
