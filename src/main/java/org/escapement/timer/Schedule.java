package org.escapement.timer;

/**
 * When the loop runs of one worker are due. Nothing but arithmetic: the time is passed in.
 *
 * <p>A sync timer ticks on a grid: tick k is due at exactly t0 + k·I, however late the ticks before
 * it were. A basic timer waits one interval from the end of each run, so it cannot miss a due time.
 *
 * <p>Readings are compared by their difference only, so that the clock may wrap. Not thread-safe.
 */
final class Schedule {

  private final boolean sync;
  private final MissedPolicy policy;
  private long intervalNanos;
  private long dueNanos;

  /**
   * Due times from {@code dueNanos} on that are counted as missed and still to be run in a burst.
   */
  private long owed;

  Schedule(boolean sync, MissedPolicy policy, long intervalNanos) {
    this.sync = sync;
    this.policy = policy;
    this.intervalNanos = intervalNanos;
  }

  /** When the next loop run is due. */
  long dueNanos() {
    return dueNanos;
  }

  /** Begins anew, as after the start route: a sync timer is due now, a basic one in an interval. */
  void restart(long now) {
    owed = 0;
    dueNanos = sync ? now : now + intervalNanos;
  }

  /** Begins anew with a run that is due now, whatever the type. */
  void restartDueNow(long now) {
    owed = 0;
    dueNanos = now;
  }

  /**
   * Changes the interval. The grid restarts at the tick that is due, or now if that one belongs to
   * a burst.
   */
  void interval(long nanos, long now) {
    intervalNanos = nanos;
    if (owed > 0) {
      restartDueNow(now);
    }
  }

  /**
   * Moves on to the next due time after a run that has just ended.
   *
   * @return how many due times were missed and have not been counted before
   */
  long ran(long now) {
    if (!sync) {
      dueNanos = now + intervalNanos;
      return 0;
    }
    dueNanos += intervalNanos;
    long behind = now - dueNanos;
    long passed = behind > 0 ? (behind - 1) / intervalNanos + 1 : 0;
    long counted = Math.max(0, owed - 1);
    owed = 0;
    if (passed > 0) {
      switch (policy) {
        case REBASE -> dueNanos = now;
        case SKIP -> dueNanos += passed * intervalNanos;
        case BURST -> owed = passed;
      }
    }
    return Math.max(0, passed - counted);
  }
}
