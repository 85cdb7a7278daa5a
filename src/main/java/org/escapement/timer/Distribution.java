package org.escapement.timer;

import org.HdrHistogram.Histogram;

/**
 * How a duration was distributed over many runs: a copy that no longer changes. All values are in
 * nanoseconds, exact to 1 % and not above one hour; 0 when there are none.
 *
 * <p>Thread-safe.
 */
public final class Distribution {

  private final Histogram histogram;

  Distribution(Histogram histogram) {
    this.histogram = histogram;
  }

  /** How many durations there are. */
  public long count() {
    return histogram.getTotalCount();
  }

  public long minNanos() {
    return count() == 0 ? 0 : histogram.getMinValue();
  }

  public double meanNanos() {
    return histogram.getMean();
  }

  public long maxNanos() {
    return histogram.getMaxValue();
  }

  /**
   * The duration that a share of all durations does not exceed.
   *
   * @param percentile 0 to 100, such as 99.9
   */
  public long percentileNanos(double percentile) {
    return histogram.getValueAtPercentile(percentile);
  }

  Histogram histogram() {
    return histogram;
  }
}
