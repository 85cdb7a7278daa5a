package org.escapement.shaping;

import java.util.ArrayList;
import java.util.List;

/**
 * The obvious slow twin of {@link Turns}: keeps everything that ever happened, as nanoseconds since
 * the origin, and judges each question anew.
 */
final class NaiveTurns {

  private final int rate;
  private final int burst;
  private final List<Long> dues = new ArrayList<>();
  private final List<Long> departures = new ArrayList<>();

  NaiveTurns(int rate, int burst) {
    this.rate = rate;
    this.burst = burst;
  }

  boolean free(long due, long now) {
    long withinSecond = departures.stream().filter(d -> now - d < Turns.SECOND).count();
    return withinSecond < rate && bucket(due) <= (burst - 1) * Turns.spacingNanos(rate);
  }

  /** A bucket that drains all the time, and into which each call that leaves puts one spacing. */
  private long bucket(long due) {
    long level = 0;
    long last = 0;
    for (long taken : dues) {
      level = Math.max(0, level - (taken - last)) + Turns.spacingNanos(rate);
      last = taken;
    }
    return Math.max(0, level - (due - last));
  }

  void take(long due, long departed) {
    dues.add(due);
    departures.add(departed);
  }
}
