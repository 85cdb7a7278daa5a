package org.escapement.timer;

/**
 * The application's side of one worker: what its routes do, and the state that they share.
 *
 * <p>A worker calls its body from one thread at a time. {@link #open} comes before the first route
 * of a run, {@link #close} after its last: {@code open (start) loop… end close}. A body is never
 * called after its worker was stopped; when a stop is cut short by its timeout, that may leave the
 * last calls out.
 */
public interface WorkerBody {

  /**
   * Makes the state of a new run. An exception is treated as one of the route that would have run
   * next, and {@link #close} follows. If that was the start route, the run is over, without an end
   * route, since there is nothing to end; if it was the loop route, each tick tries to open again.
   */
  default void open(TimerContext timer) throws Throwable {}

  /** Runs the start route, if there is one. A result below 0 ends the run. */
  default int start(TimerContext timer) throws Throwable {
    return 1;
  }

  /** Runs the loop route. A result below 0 ends the run. */
  int loop(TimerContext timer) throws Throwable;

  /** Runs the end route, if there is one; its result means nothing. */
  default void end(TimerContext timer) throws Throwable {}

  /**
   * Drops the state of the run. Called once for each {@link #open}, also for one that failed
   * half-way.
   */
  default void close() throws Throwable {}

  /** Makes the bodies of a timer's workers. */
  @FunctionalInterface
  interface Factory {
    /**
     * Makes the body of one worker.
     *
     * @param timer the context of the worker that the body is for; the same object is passed to
     *     every call of the body
     */
    WorkerBody create(TimerContext timer);
  }
}
