package org.escapement.timer;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * Records durations; about 40 KB, whatever their number.
 *
 * <p>Recording allocates nothing and takes no lock. Copies may be taken at any time from any
 * thread; they take nothing away, and a recording that runs at the same time is in or not.
 */
final class DurationRecorder {

  static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final int SIGNIFICANT_DIGITS = 2;

  private final AtomicHistogram histogram = new AtomicHistogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);

  /** Records a duration, cut to 0 to one hour. */
  void record(long nanos) {
    histogram.recordValue(Math.max(0, Math.min(nanos, LONGEST_NANOS)));
  }

  /** A copy of what was recorded so far. */
  Distribution copy() {
    Histogram copy = empty();
    copy.add(histogram);
    return new Distribution(copy);
  }

  /** The distribution of the durations of several distributions taken together. */
  static Distribution merge(Iterable<Distribution> parts) {
    Histogram sum = empty();
    for (Distribution part : parts) {
      sum.add(part.histogram());
    }
    return new Distribution(sum);
  }

  private static Histogram empty() {
    return new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
  }
}
