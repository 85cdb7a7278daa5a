package org.escapement.clock;

/** Makes alarms. The event loop is one such maker, the {@code ManualClock} of tests another. */
@FunctionalInterface
public interface Alarms {

  /**
   * Makes an alarm that is not armed yet.
   *
   * @param accuracyNanos how much later than its deadline the action may run, in nanoseconds, at
   *     least 1
   * @param action what runs when the deadline is reached; must return quickly, for other alarms may
   *     wait behind it
   */
  Alarm create(long accuracyNanos, Runnable action);
}
