package org.escapement.timer;

/**
 * One timer and the control of it while it runs.
 *
 * <p>Thread-safe. Commands return at once; each worker takes one at its next safe point: while it
 * waits, before a route runs or right after one returned. A worker number out of range throws
 * {@link TimerFaultException} and changes nothing.
 */
public interface RouteTimer {

  /** The worker number that stands for all workers. */
  int ALL = -1;

  String name();

  /** What the timer was defined as, with the values set since. */
  TimerDefinition definition();

  /** A copy of the timer's present state. */
  TimerStatus status();

  /** Stops ticking until {@link #resume}, {@link #start}, {@link #loop} or {@link #end}. */
  void pause(int worker);

  /**
   * Kamailio's {@code continue}: goes on where the worker was; one that has ended goes on at its
   * loop route.
   */
  void resume(int worker);

  /** Drops the state of the present run and begins a new one with the start route. */
  void start(int worker);

  /** Jumps to the loop route. */
  void loop(int worker);

  /** Jumps to the end route. */
  void end(int worker);

  /**
   * Ends a {@link TimerContext#rest()}; without one under way the next is cut short. Allocates
   * nothing and takes no lock.
   */
  void wake(int worker);
}
