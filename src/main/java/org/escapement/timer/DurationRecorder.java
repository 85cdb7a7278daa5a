package org.escapement.timer;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;

/**
 * Records durations; about 37 KB, whatever their number.
 *
 * <p>One thread at a time records, without allocation, lock or atomic operation: the histograms of
 * HdrHistogram that may be read meanwhile take two of the latter for each value. So this counts by
 * itself, in the same classes as those with {@value #SIGNIFICANT_DIGITS} digits: 256 values that
 * are exact, then 128 to each power of two.
 *
 * <p>Copies may be taken at any time from any thread; they take nothing away, and a recording that
 * runs at the same time is in or not.
 */
final class DurationRecorder {

  static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);
  private static final int SIGNIFICANT_DIGITS = 2;
  private static final int HALF_BITS = 7;

  private final AtomicLongArray counts = new AtomicLongArray(classOf(LONGEST_NANOS) + 1);

  /** Records a duration, cut to 0 to one hour. */
  void record(long nanos) {
    int index = classOf(Math.max(0, Math.min(nanos, LONGEST_NANOS)));
    counts.setRelease(index, counts.getPlain(index) + 1);
  }

  private static int classOf(long nanos) {
    int shift = Math.max(0, Long.SIZE - 1 - HALF_BITS - Long.numberOfLeadingZeros(nanos));
    return (shift << HALF_BITS) + (int) (nanos >>> shift);
  }

  private static long leastOf(int index) {
    int shift = Math.max(0, (index >>> HALF_BITS) - 1);
    return (long) (index - (shift << HALF_BITS)) << shift;
  }

  /** A copy of what was recorded so far. */
  Distribution copy() {
    int last = counts.length() - 1;
    while (last > 0 && counts.getAcquire(last) == 0) {
      last--;
    }
    Histogram copy = upTo(leastOf(last));
    for (int index = 0; index <= last; index++) {
      long count = counts.getAcquire(index);
      if (count > 0) {
        copy.recordValueWithCount(leastOf(index), count);
      }
    }
    return new Distribution(copy);
  }

  /** The distribution of the durations of several distributions taken together. */
  static Distribution merge(List<Distribution> parts) {
    Histogram sum = upTo(parts.stream().mapToLong(Distribution::maxNanos).max().orElse(0));
    for (Distribution part : parts) {
      sum.add(part.histogram());
    }
    return new Distribution(sum);
  }

  /** Without room for durations that did not occur: what is looked at each second is smaller. */
  private static Histogram upTo(long nanos) {
    return new Histogram(Math.max(2, nanos), SIGNIFICANT_DIGITS);
  }
}
