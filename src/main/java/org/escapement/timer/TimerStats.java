package org.escapement.timer;

import java.util.List;

/**
 * A copy of a timer's statistics at one moment. They count from the making of the timer, over all
 * runs of its workers.
 *
 * @param timer its name
 * @param workers one for each worker, in the order of their numbers
 */
public record TimerStats(String timer, List<Worker> workers) {

  /**
   * A copy of one worker's statistics.
   *
   * @param ticks loop runs begun
   * @param missed due times missed
   * @param overruns loop runs after which at least one more due time had been missed; 0 for a timer
   *     that is not sync
   * @param errors calls of routes, and of what makes and drops their state, that ended with an
   *     exception
   * @param lateness how much later than due the loop runs began
   * @param runTime how long the loop runs took
   */
  public record Worker(
      int worker,
      long ticks,
      long missed,
      long overruns,
      long errors,
      Distribution lateness,
      Distribution runTime) {}

  /** The sum over all workers; its worker number is {@link TimerControl#ALL}. */
  public Worker total() {
    return new Worker(
        TimerControl.ALL,
        workers.stream().mapToLong(Worker::ticks).sum(),
        workers.stream().mapToLong(Worker::missed).sum(),
        workers.stream().mapToLong(Worker::overruns).sum(),
        workers.stream().mapToLong(Worker::errors).sum(),
        DurationRecorder.merge(workers.stream().map(Worker::lateness).toList()),
        DurationRecorder.merge(workers.stream().map(Worker::runTime).toList()));
  }
}
