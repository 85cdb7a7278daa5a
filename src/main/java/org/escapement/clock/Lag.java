package org.escapement.clock;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Learns by how much a loop is later than it planned: the time that few of its wake-ups exceed,
 * whether for want of a processor or because it still sorted or ran others.
 *
 * <p>Whoever arms an entry plans its window to end so much earlier, but leaves it half of its
 * length: so the window is kept by a loop that is late as usual.
 *
 * <p>The loop's thread learns, any thread reads. A loop that is never late, as on a clock that
 * stands still meanwhile, has no lag.
 */
final class Lag {

  /** Whoever is later than that has been stalled by others, which planning does not help. */
  static final long MOST_NANOS = 250_000;

  /** In these steps, the lag rests where one wake-up in {@value #UP} + 1 is later. */
  private static final int UP = 49;

  private static final long STEP_NANOS = 500;

  private final AtomicLong nanos = new AtomicLong();

  /** Takes the lateness of one wake-up. */
  void learn(long lateNanos) {
    long known = nanos.getPlain();
    long next = lateNanos > known ? known + UP * STEP_NANOS : known - STEP_NANOS;
    nanos.setRelease(Math.max(0, Math.min(MOST_NANOS, next)));
  }

  /** How long to plan a window that is so long. */
  long plannedNanos(long windowNanos) {
    return windowNanos - Math.min(windowNanos >> 1, nanos.getAcquire());
  }
}
