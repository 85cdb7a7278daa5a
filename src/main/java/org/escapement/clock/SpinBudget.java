package org.escapement.clock;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The CPU time that all waiters together may spend on spinning, as a share of one core.
 *
 * <p>Kept as one number: the moment up to which the spinning done so far has used up the share.
 * Spinning moves it forward by the time spun divided by the share, the passing of time lets the
 * present catch up with it. While it is no more than {@value #BURST_MILLIS} ms ahead, waiters may
 * spin; so an even load is never refused below the cap, and a burst is not either. Waiters that can
 * do without are refused from {@value #TOLERANT_MILLIS} ms on: when the cap is reached, they get
 * what the others leave.
 *
 * <p>Thread-safe, lock-free; allocates nothing. A waiter asks before it sleeps and pays after it
 * spun, so the cap can be passed by one spin of each waiter, a fraction of a millisecond.
 */
public final class SpinBudget {

  private static final int BURST_MILLIS = 100;
  private static final long BURST_NANOS = BURST_MILLIS * 1_000_000L;
  private static final int TOLERANT_MILLIS = 10;
  private static final long TOLERANT_NANOS = TOLERANT_MILLIS * 1_000_000L;

  private final double cores;

  /** What a nanosecond of spinning costs, in nanoseconds of time. */
  private final double costOfNano;

  private final AtomicLong usedUntil;
  private final AtomicBoolean reported = new AtomicBoolean();

  /**
   * Makes a budget of its own; a server shares one among all of its waiters.
   *
   * @param cores the cap, in cores: 0 forbids spinning, 0.5 allows half a core, 2 two of them
   */
  public SpinBudget(double cores) {
    this(cores, System.nanoTime());
  }

  SpinBudget(double cores, long nowNanos) {
    if (!(cores >= 0 && cores <= 1e6)) {
      throw new IllegalArgumentException("a share of CPU cannot be " + cores + " cores");
    }
    this.cores = cores;
    this.costOfNano = 1 / cores;
    this.usedUntil = new AtomicLong(nowNanos);
  }

  /** The cap, in cores. */
  public double cores() {
    return cores;
  }

  /**
   * Whether there is something left to spin with. Says so once in the log when there is not.
   *
   * @param tolerant whether the waiter is precise enough for its user without
   */
  boolean allows(long nowNanos, boolean tolerant) {
    if (cores == 0) {
      return false;
    }
    if (usedUntil.get() - nowNanos <= (tolerant ? TOLERANT_NANOS : BURST_NANOS)) {
      return true;
    }
    if (!reported.get() && reported.compareAndSet(false, true)) {
      ClockLog.LOG.spinBudgetExhausted(cores);
    }
    return false;
  }

  /** Pays for a spin that has just ended. */
  void charge(long spunNanos, long nowNanos) {
    long cost = (long) (spunNanos * costOfNano);
    long before;
    long after;
    do {
      before = usedUntil.get();
      after = (before - nowNanos < 0 ? nowNanos : before) + cost;
    } while (!usedUntil.compareAndSet(before, after));
  }
}
