package org.escapement.clock;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the kernel not to delay the sleeps of the calling thread.
 *
 * <p>By default Linux may end a sleep up to 50 µs late to bundle wake-ups. The thread keeps the
 * setting when it leaves us: on a pooled thread that costs nothing but a little bundling.
 */
final class TimerSlack {

  private static final int PR_SET_TIMERSLACK = 29;
  private static final AtomicBoolean REPORTED = new AtomicBoolean();

  private TimerSlack() {}

  /** Sets the slack of the calling thread to 1 ns where the platform can; else says so once. */
  static void minimise() {
    String reason = LibC.REACH;
    if (reason == null && LibC.prctl(PR_SET_TIMERSLACK, 1, 0, 0, 0) != 0) {
      reason = "the kernel refused prctl(PR_SET_TIMERSLACK)";
    }
    if (reason != null && REPORTED.compareAndSet(false, true)) {
      ClockLog.LOG.timerSlackUnchanged(Thread.currentThread().getName(), reason);
    }
  }
}
