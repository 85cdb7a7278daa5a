package org.escapement.bench.scale;

/** Something that keeps many armed timers; made for a given number of them. For one thread. */
interface Keeper extends AutoCloseable {

  /** Arms the timer with a number, anew. */
  void arm(int number, long delayNanos);

  /** Cancels the timer with a number, which is armed, and arms it again. */
  void rearm(int number, long delayNanos);

  /** Makes, arms and cancels one more timer. */
  void armAndCancel(long delayNanos);

  @Override
  void close();

  /** Makes keepers of one kind. */
  record Kind(String name, Maker maker) {}

  /** Makes a keeper. */
  @FunctionalInterface
  interface Maker {
    /** Makes one for up to so many timers. */
    Keeper make(int timers);
  }
}
