package org.escapement.clock;

/**
 * One deadline with its window, as the {@link Schedule} keeps it.
 *
 * <p>All fields that are not final belong to the schedule's gate.
 */
abstract class Entry {

  static final int UNLINKED = -1;
  static final long NEVER = Long.MAX_VALUE;

  final Timeline timeline;

  /** Where in the wheel this entry is; the wheel's {@link EntryStacks} alone know what it means. */
  int place = UNLINKED;

  /** Whether this entry is in the present batch and has not been touched since. */
  boolean due;

  long timeNanos = NEVER;
  long latestNanos = NEVER;
  long order;
  long priority;

  Entry(Timeline timeline) {
    this.timeline = timeline;
  }

  /** Sets the window, in nanoseconds since the timeline's epoch. */
  final void window(long fromNanos, long lengthNanos) {
    timeNanos = fromNanos;
    latestNanos = fromNanos >= NEVER - lengthNanos ? NEVER - 1 : fromNanos + lengthNanos;
  }

  final boolean isLinked() {
    return place != UNLINKED;
  }

  /**
   * Prepares for the one run that follows; the gate is held.
   *
   * @return whether the entry stays armed for the same window
   */
  abstract boolean begin();

  /** Runs what waits for the deadline; the gate is not held. Throws nothing. */
  abstract void run();
}
