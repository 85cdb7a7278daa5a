package org.escapement.clock;

/**
 * Lets one thread wait for a deadline and other threads end that wait early.
 *
 * <p>One thread waits; {@link #wake()} may be called from any thread, also before the wait begins:
 * that wait then returns at once. Waiting allocates nothing. An interrupt of the waiting thread
 * counts as a wake-up and stays set.
 */
public interface Waiter {

  /**
   * Waits until the clock has reached {@code deadlineNanos} or the waiter is woken.
   *
   * @param deadlineNanos a reading of the clock that this waiter was made for
   * @param nowNanos the reading that the caller took last: it saves another look at the clock
   * @return the reading that the wait ended with: not before the deadline, unless it was ended
   *     early
   */
  long awaitDeadline(long deadlineNanos, long nowNanos);

  /**
   * Waits as {@link #awaitDeadline}, but ends as long before the deadline as this waiter is going
   * to stay awake for it. Who must act exactly on time does something like it then, which brings
   * code and data back into the processor's caches, and has the rest awaited by {@code
   * awaitDeadline}.
   *
   * <p>A waiter that never stays awake returns at once. A wake-up is left to the call that follows.
   *
   * @param deadlineNanos that of the call of {@code awaitDeadline} that follows
   * @return the reading that this ended with; it may be past the deadline
   */
  default long awaitApproach(long deadlineNanos, long nowNanos) {
    return nowNanos;
  }

  /** Waits until the waiter is woken, at no cost in CPU time. */
  void awaitWake();

  /** Ends the present wait, or the next one if none is under way. */
  void wake();
}
