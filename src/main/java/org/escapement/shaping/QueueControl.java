package org.escapement.shaping;

import java.time.Duration;

/**
 * One of the shaper's queues and the control of it while calls run. Thread-safe.
 *
 * <p>A change of the rate acts from the queue's next tick on. The hard limit holds across it: a
 * call leaves only if, with it, the last second holds no more than the new rate.
 */
public interface QueueControl {

  /** What a queue does with calls. */
  enum State {
    /** Takes calls in and lets them go. */
    OPEN,
    /** Takes calls in and holds them. */
    PAUSED,
    /** Refuses new calls with 503 and lets those that wait go. */
    DRAINING,
    /** Refuses all calls with 503. */
    CLOSED
  }

  String name();

  State state();

  /** Calls a second. */
  int rate();

  /** Calls that may leave together after idle time. */
  int burst();

  /** Most calls that wait at the same time. */
  int size();

  Duration maxWait();

  /** Where calls go. */
  String nextHop();

  CallCounters counters();

  /**
   * Changes the rate.
   *
   * @param rate calls a second, 1 to 10000
   * @throws IllegalArgumentException if it is out of range; nothing has changed then
   */
  void setRate(int rate);

  /**
   * Changes how many calls may leave together after idle time.
   *
   * @param burst 1 to 10000
   * @throws IllegalArgumentException if it is out of range; nothing has changed then
   */
  void setBurst(int burst);

  /**
   * Changes the longest wait of the calls that come from now on.
   *
   * @throws IllegalArgumentException unless it is positive; nothing has changed then
   */
  void setMaxWait(Duration maxWait);

  /** Refuses new calls and lets those that wait go, until {@link #resume}. */
  void drain();

  /** Holds all calls until {@link #resume}; they still time out. */
  void pause();

  /** Ends a pause and a drain, and opens a closed queue again. */
  void resume();
}
