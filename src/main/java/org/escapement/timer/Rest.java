package org.escapement.timer;

/**
 * Whether a worker rests, and whether it has been woken.
 *
 * <p>Who begins to rest writes that before it reads whether it was woken, a waker does it the other
 * way round: one sees the other, so no wake-up is lost. {@link #wake} and {@link #isOn} are for any
 * thread, the rest for the worker's steps.
 */
final class Rest {

  private volatile boolean on;
  private volatile boolean woken;

  /** Begins; returns whether it is over already. */
  boolean begin() {
    on = true;
    return woken;
  }

  boolean isOn() {
    return on;
  }

  /** Whether there is a rest that a wake-up has ended. */
  boolean isOver() {
    return on && woken;
  }

  /** Takes note of the wake-up. */
  void end() {
    woken = false;
    on = false;
  }

  /** Something else takes its place; a wake-up that has come stays for the next rest. */
  void abandon() {
    on = false;
  }

  /** Ends the present rest, or cuts the next one short; returns whether there is one at present. */
  boolean wake() {
    woken = true;
    return on;
  }
}
