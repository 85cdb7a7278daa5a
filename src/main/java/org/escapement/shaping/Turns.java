package org.escapement.shaping;

/**
 * When calls may leave: evenly spaced, and never more than {@code rate} of them in any second.
 *
 * <p>Two rules hold together.
 *
 * <ol>
 *   <li><b>Spacing.</b> Turns lie one {@link #spacingNanos} apart on the grid of the timer that
 *       drives them. They are judged by the times at which ticks were <em>due</em>, so that the
 *       lateness of one tick never costs the next its turn. A queue that was idle may let up to
 *       {@code burst} calls go together (the generic cell rate algorithm, ITU-T I.371).
 *   <li><b>The hard limit.</b> The times at which the last {@code rate} calls <em>really</em> left
 *       are kept; a further one waits until the oldest of them is a full second past. So however
 *       late ticks come, no second holds more than {@code rate}.
 * </ol>
 *
 * <p>The spacing is {@value #RESERVE_PER_MILLE} per mille wider than 1/rate. That leaves the second
 * rule idle as long as a call needs less than 7 ms longer than another from here to the wire, and
 * costs most of the one per cent that the long-run rate may stay below the limit. At some rates
 * above 3000 the rounding would cost the rest of it, so the spacing is one microsecond narrower
 * there; the second rule does the more.
 *
 * <p>Used by one thread at a time. Nothing is allocated after construction. All times are readings
 * of one monotonic clock in nanoseconds, compared by difference.
 */
final class Turns {

  static final int RESERVE_PER_MILLE = 7;
  static final long SECOND = 1_000_000_000L;

  /** One second at 99 per cent of a rate of one. */
  private static final long WIDEST_MICROS = 1_010_101;

  private final long spacing;
  private final long burstAllowance;
  private final long[] departures;
  private int oldest;
  private int departed;
  private long nextTurn;
  private boolean begun;

  /**
   * Makes a fresh sequence: the first turn is free at once.
   *
   * @param rate calls a second, at least 1
   * @param burst calls that may leave together after idle time, at least 1
   */
  Turns(int rate, int burst) {
    this.spacing = spacingNanos(rate);
    this.burstAllowance = (burst - 1) * spacing;
    this.departures = new long[rate];
  }

  /**
   * The same sequence at another rate: who has left stays counted, and the next turn lies a new
   * spacing behind the last one.
   */
  Turns at(int rate, int burst) {
    Turns changed = new Turns(rate, burst);
    int kept = Math.min(departed, rate);
    for (int i = 0; i < kept; i++) {
      int from = Math.floorMod(oldest - kept + i, departures.length);
      changed.departures[i] = departures[from];
    }
    changed.departed = kept;
    changed.oldest = kept == rate ? 0 : kept;
    changed.begun = begun;
    changed.nextTurn = nextTurn - spacing + changed.spacing;
    return changed;
  }

  /**
   * The distance of two turns in nanoseconds: a whole number of microseconds, as a timer's interval
   * is, between 1/rate and 1 / (0.99 rate).
   */
  static long spacingNanos(int rate) {
    long wanted = (1_000L * (1_000 + RESERVE_PER_MILLE) + rate - 1) / rate;
    return Math.min(wanted, WIDEST_MICROS / rate) * 1_000L;
  }

  /** The distance of two turns as the interval of a timer. */
  static String intervalText(int rate) {
    return spacingNanos(rate) / 1_000 + "us";
  }

  /**
   * Whether a call may leave now.
   *
   * @param dueNanos when the present tick was due
   * @param nowNanos the time now, not before {@code dueNanos}
   */
  boolean free(long dueNanos, long nowNanos) {
    if (begun && dueNanos - (nextTurn - burstAllowance) < 0) {
      return false;
    }
    return departed < departures.length || nowNanos - departures[oldest] >= SECOND;
  }

  /**
   * Takes a turn.
   *
   * @param dueNanos when the present tick was due
   * @param departedNanos a time at or after the call's departure
   */
  void take(long dueNanos, long departedNanos) {
    nextTurn = (begun && nextTurn - dueNanos > 0 ? nextTurn : dueNanos) + spacing;
    begun = true;
    departures[oldest] = departedNanos;
    oldest = oldest + 1 == departures.length ? 0 : oldest + 1;
    if (departed < departures.length) {
      departed++;
    }
  }
}
