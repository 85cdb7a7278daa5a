package org.escapement.clock;

/**
 * One deadline that can be armed, moved and cleared, and an action that runs when it is reached.
 *
 * <p>All methods may be called from any thread, also from the action itself.
 */
public interface Alarm {

  /**
   * Arms the alarm, or moves it when armed already.
   *
   * @param deadlineNanos a reading of the clock that the alarm was made for; one that has passed is
   *     due at once
   */
  void arm(long deadlineNanos);

  /** Disarms the alarm: the action does not begin for the old deadline after this returns. */
  void clear();
}
