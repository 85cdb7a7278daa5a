package org.escapement.timer;

import java.util.List;

/**
 * A copy of a timer's state at one moment.
 *
 * @param definition what it was defined as, with the values set since
 * @param workers one for each worker, in the order of their numbers
 */
public record TimerStatus(TimerDefinition definition, List<Worker> workers) {

  /** The part of a worker's life that it is in; {@code croute} in Kamailio's listing. */
  public enum State {
    START,
    LOOP,
    END
  }

  /**
   * A copy of one worker's state.
   *
   * @param pid native id of the thread where the worker has one of its own, else that of the
   *     process
   * @param resting whether the worker waits for {@link TimerControl#wake}
   * @param runningNanos how long the route that runs now has been running; 0 if none does
   * @param ticks loop runs begun
   * @param missed due times missed
   * @param errors routes that ended with an exception
   */
  public record Worker(
      int worker,
      long pid,
      long ntasks,
      long tasks,
      long nslices,
      long slice,
      boolean paused,
      boolean resting,
      State state,
      long runningNanos,
      long ticks,
      long missed,
      long errors) {}
}
