package org.escapement.clock;

/**
 * Learns how much later than asked a sleep ends, from the samples it is told: the median, and an
 * upper percentile of at most {@value #TAIL} times that.
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

  private static final int RESERVE_NANOS = 100_000;
  private static final int SHARE = 20;
  private static final int TAIL = 3;
  private static final int UP = 31;
  private static final double STEP = 1.0 / 512;
  private static final double MEDIAN_STEP = 1.0 / 64;

  private double median = 30_000;
  private double upper = 60_000;

  // The same as whole numbers: so that only a sleep, not every wait, pays for the arithmetic.
  private long medianNanos = (long) median;
  private long upperNanos = (long) upper;

  /** What few sleeps are later than, in nanoseconds. */
  long nanos() {
    return upperNanos;
  }

  /**
   * How long before the end of a wait to wake up, in nanoseconds: early enough for all but few
   * sleeps, and where the wait is long enough to make that cheap, for all but very few. Beyond the
   * usual lateness of a sleep, a {@value #SHARE}th of the wait, at most {@value #RESERVE_NANOS} ns,
   * may be spun away.
   *
   * <p>Measured with ticks of a millisecond, whose sleeps are 25 µs late in the median, 30 µs at
   * the 97th percentile and 51 µs at the 99th: waking up for the 97th leaves a p99 of 27 µs, the
   * reserve brings it to 0.1 µs for 3 % of a core more. Learning a higher percentile instead takes
   * hundreds of samples, and chases every stall of the machine.
   *
   * @param waitNanos the length of the wait
   */
  long leadNanos(long waitNanos) {
    long reserve = Math.min(RESERVE_NANOS, waitNanos / SHARE);
    return Math.min(MOST_NANOS, Math.max(upperNanos, medianNanos + reserve));
  }

  /** Takes one sample, in nanoseconds; how far it lies from the estimates means nothing. */
  void learn(long lateNanos) {
    median = bounded(median * (lateNanos > median ? 1 + MEDIAN_STEP : 1 - MEDIAN_STEP));
    upper = bounded(upper * (lateNanos > upper ? 1 + UP * STEP : 1 - STEP));
    medianNanos = (long) median;
    upperNanos = (long) Math.min(upper, TAIL * median);
  }

  private static double bounded(double estimate) {
    return Math.max(LEAST_NANOS, Math.min(MOST_NANOS, estimate));
  }
}
