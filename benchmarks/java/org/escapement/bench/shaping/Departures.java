package org.escapement.bench.shaping;

import java.util.stream.LongStream;

/** When calls left. */
final class Departures {

  private final long[] times;

  /**
   * Takes the times.
   *
   * @param times in nanoseconds, ascending
   */
  Departures(long[] times) {
    this.times = times.clone();
  }

  int count() {
    return times.length;
  }

  /** The most calls in any window of a length, its end not included. */
  int fullestWindow(long lengthNanos) {
    int fullest = 0;
    int first = 0;
    for (int last = 0; last < times.length; last++) {
      while (times[last] - times[first] >= lengthNanos) {
        first++;
      }
      fullest = Math.max(fullest, last - first + 1);
    }
    return fullest;
  }

  private LongStream gaps() {
    return LongStream.range(1, times.length).map(i -> times[(int) i] - times[(int) i - 1]);
  }

  double meanGapNanos() {
    return gaps().average().orElse(0);
  }

  /** The standard deviation of the distances. */
  double deviationNanos() {
    double mean = meanGapNanos();
    return Math.sqrt(gaps().mapToDouble(gap -> (gap - mean) * (gap - mean)).average().orElse(0));
  }

  /** What 99 of 100 distances differ from their mean by at most. */
  double p99ErrorNanos() {
    double mean = meanGapNanos();
    double[] errors = gaps().mapToDouble(gap -> Math.abs(gap - mean)).sorted().toArray();
    return errors.length == 0 ? 0 : errors[(int) Math.ceil(errors.length * 0.99) - 1];
  }

  /**
   * How many calls were overtaken by one that was placed later.
   *
   * @param calls their numbers, in the order in which they left
   */
  static int overtaken(int[] calls) {
    int latest = -1;
    int overtaken = 0;
    for (int call : calls) {
      if (call < latest) {
        overtaken++;
      }
      latest = Math.max(latest, call);
    }
    return overtaken;
  }
}
