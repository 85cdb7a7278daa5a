package org.escapement.clock;

/**
 * Learns how much later than asked a sleep ends, from the samples it is told: an upper percentile,
 * but at most {@value #TAIL} times the median.
 *
 * <p>Every sample moves each of the two estimates by a small step, up when the sleep ended later
 * and down when earlier. For the percentile the steps up are {@value #UP} times those down, so it
 * rests where one sample in {@value #UP} + 1 lies above it. Steps are a fraction of the estimate:
 * it follows a machine that gets busier or quieter within some dozens of samples, and one sleep
 * that ended milliseconds late moves it no more than any other. The median is the brake: a tail
 * longer than that comes from others that take the core away, and no spinning of ours shortens it.
 *
 * <p>Not thread-safe: belongs to the one thread that sleeps.
 */
final class Oversleep {

  /** A sleep rarely ends earlier than this late. */
  static final long LEAST_NANOS = 2_000;

  /** Beyond this, spinning costs more than the precision is worth. */
  static final long MOST_NANOS = 250_000;

  private static final int TAIL = 3;
  private static final int UP = 31;
  private static final double STEP = 1.0 / 512;
  private static final double MEDIAN_STEP = 1.0 / 64;

  private double median = 30_000;
  private double upper = 60_000;

  /** The present estimate, in nanoseconds. */
  long nanos() {
    return (long) Math.min(upper, TAIL * median);
  }

  /** Takes one sample, in nanoseconds; how far it lies from the estimates means nothing. */
  void learn(long lateNanos) {
    median = bounded(median * (lateNanos > median ? 1 + MEDIAN_STEP : 1 - MEDIAN_STEP));
    upper = bounded(upper * (lateNanos > upper ? 1 + UP * STEP : 1 - STEP));
  }

  private static double bounded(double estimate) {
    return Math.max(LEAST_NANOS, Math.min(MOST_NANOS, estimate));
  }
}
