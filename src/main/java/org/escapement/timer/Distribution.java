package org.escapement.timer;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How a duration was distributed over many runs: a copy that no longer changes. All values are in
 * nanoseconds, exact to 1 % and not above one hour; 0 when there are none.
 *
 * <p>Thread-safe.
 */
public final class Distribution {

  /** Without any duration. */
  public static final Distribution EMPTY = DurationRecorder.merge(List.of());

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

  /** The sum of all durations, to the exactness of the distribution. */
  public double sumNanos() {
    return meanNanos() * count();
  }

  public double deviationNanos() {
    return histogram.getStdDeviation();
  }

  /**
   * The durations that came after an earlier copy was taken.
   *
   * @throws IllegalArgumentException if that is no earlier copy of the same
   */
  public Distribution since(Distribution earlier) {
    Histogram rest = histogram.copy();
    try {
      rest.subtract(earlier.histogram);
    } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
      throw new IllegalArgumentException("that is no earlier copy of this distribution", e);
    }
    return new Distribution(rest);
  }

  Histogram histogram() {
    return histogram;
  }
}
