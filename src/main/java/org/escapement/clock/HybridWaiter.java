package org.escapement.clock;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Waits as precisely as the machine allows: sleeps until shortly before the deadline, then spins.
 *
 * <p>A sleep ends late by an amount that depends on the machine and its load. The waiter measures
 * that with every sleep, and ends its sleep just so much earlier that most deadlines are still
 * ahead. What lies between is spun away, as long as the {@link SpinBudget} lasts; else it only
 * sleeps. The thread that waits gets a timer slack of 1 ns and a short slice of processor time on
 * its first wait, where the platform has such things.
 *
 * <p>The accuracy asked for is what may be given up, not what is aimed at. When the budget runs
 * short, waiters give way whose accuracy a sleep keeps as well. One that may be later than a spin
 * is ever long, a quarter of a millisecond, does not spin at all.
 *
 * <p>A clock other than {@link SystemClocks#MONOTONIC} can jump. For such a clock no sleep lasts
 * longer than {@value #RECHECK_MILLIS} ms: a step forward past the deadline ends the wait at most
 * that much too late, and a step back lengthens the wait by as much as the clock went back. Ten
 * looks a second cost less than a thousandth of a core.
 *
 * <p>The spin is the wait's own loop and the budget is charged when the next wait begins: what runs
 * between the deadline and the tick should have run a moment ago, for code that rested some
 * milliseconds has left the caches. For the same reason a caller does well to keep a tick in a
 * small method of its own: it is compiled soon, and then a wait ends some 100 ns late, while an
 * interpreted caller adds microseconds.
 *
 * <p>One thread at a time may wait; {@link #wake} is for any thread.
 */
public final class HybridWaiter implements Waiter {

  private static final int RECHECK_MILLIS = 100;
  private static final long RECHECK_NANOS = RECHECK_MILLIS * 1_000_000L;

  private final NanoClock clock;
  private final boolean monotonic;
  private final long accuracyNanos;
  private final SpinBudget budget;
  private final long longestSleepNanos;
  private final Oversleep oversleep = new Oversleep();

  /** How long before the deadline the sleep of this wait is to end; chosen once for each wait. */
  private long leadNanos;

  private boolean planned;

  /**
   * What the last wait had left to spin when its sleep ended. Paid for when the next one begins.
   */
  private long spunNanos;

  // Written before `woken` is read, as a waker writes `woken` before it reads this: one of the two
  // sees the other.
  private volatile @Nullable Thread waiting;
  private volatile boolean woken;

  /**
   * Makes a waiter for one thread.
   *
   * @param clock the clock that deadlines are readings of
   * @param accuracyNanos how late a wait may end, in nanoseconds, at least 0
   * @param budget the CPU time for spinning, shared with other waiters
   */
  public HybridWaiter(NanoClock clock, long accuracyNanos, SpinBudget budget) {
    if (accuracyNanos < 0) {
      throw new IllegalArgumentException("an accuracy cannot be " + accuracyNanos + " ns");
    }
    this.clock = clock;
    this.accuracyNanos = accuracyNanos;
    this.budget = budget;
    this.monotonic = clock == SystemClocks.MONOTONIC;
    this.longestSleepNanos = monotonic ? Long.MAX_VALUE : RECHECK_NANOS;
  }

  @Override
  public long awaitApproach(long deadlineNanos, long nowNanos) {
    enter();
    plan(deadlineNanos, nowNanos);
    return approach(deadlineNanos, nowNanos);
  }

  @Override
  public long awaitDeadline(long deadlineNanos, long nowNanos) {
    enter();
    if (!planned) {
      plan(deadlineNanos, nowNanos);
    }
    long now = approach(deadlineNanos, nowNanos);
    while (deadlineNanos - now > 0 && !isEndedEarly()) {
      Thread.onSpinWait();
      now = approach(deadlineNanos, clock.nanos()); // the clock may have gone back
    }
    planned = false;
    if (woken) { // a volatile field costs a fence when it is written
      woken = false;
    }
    return now;
  }

  private void plan(long deadlineNanos, long nowNanos) {
    long left = deadlineNanos - nowNanos;
    if (left > 0) {
      leadNanos = chooseLead(left, monotonic ? nowNanos : System.nanoTime());
      spunNanos = Math.min(left, leadNanos);
    }
    planned = true;
  }

  /** Sleeps until no more is left than is to be spun. */
  private long approach(long deadlineNanos, long nowNanos) {
    long now = nowNanos;
    long left = deadlineNanos - now;
    while (left > leadNanos && !isEndedEarly()) {
      sleep(Math.min(left - leadNanos, longestSleepNanos));
      now = clock.nanos();
      left = deadlineNanos - now;
      spunNanos = Math.min(left, leadNanos);
    }
    return now;
  }

  @Override
  public void awaitWake() {
    enter();
    while (!isEndedEarly()) {
      LockSupport.park(this);
    }
    woken = false;
  }

  @Override
  public void wake() {
    woken = true;
    LockSupport.unpark(waiting);
  }

  private void enter() {
    Thread current = Thread.currentThread();
    if (waiting != current) {
      waiting = current;
      TimerSlack.minimise();
      ShortSlice.request();
    }
  }

  private boolean isEndedEarly() {
    return woken || Thread.currentThread().isInterrupted();
  }

  /**
   * How long before the deadline a sleep must be set to end; 0 to sleep right up to it. Pays for
   * the last spin first.
   */
  private long chooseLead(long waitNanos, long now) {
    if (spunNanos > 0) {
      budget.charge(spunNanos, now);
    }
    if (accuracyNanos > Oversleep.MOST_NANOS) {
      return 0;
    }
    boolean tolerant = accuracyNanos >= oversleep.nanos();
    return budget.allows(now, tolerant) ? oversleep.leadNanos(waitNanos) : 0;
  }

  private void sleep(long nanos) {
    long begun = System.nanoTime();
    LockSupport.parkNanos(this, nanos);
    long late = System.nanoTime() - begun - nanos;
    if (late >= 0 && !woken) {
      oversleep.learn(late);
    }
  }
}
