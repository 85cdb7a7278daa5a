package org.escapement.timer;

/**
 * One timer and the control of it while it runs.
 *
 * <p>Thread-safe. Commands return at once; each worker takes one at its next safe point: while it
 * waits, before a route runs or right after one returned. A worker number out of range throws
 * {@link TimerFaultException} and changes nothing.
 */
public interface TimerControl {

  /** The worker number that stands for all workers. */
  int ALL = -1;

  String name();

  /** What the timer was defined as, with the values set since. */
  TimerDefinition definition();

  /** A copy of the timer's present state. */
  TimerStatus status();

  /** A copy of the timer's statistics; costs some 40 KB for each worker while it is held. */
  TimerStats stats();

  /**
   * Reads a worker number as a user gives it in a command.
   *
   * @throws TimerFaultException 400 unless it is one of this timer's, in digits
   */
  default int worker(String text) {
    int count = definition().nworkers();
    try {
      return (int) Numbers.parse("worker", text, 0, count - 1L);
    } catch (IllegalArgumentException e) {
      throw TimerFaultException.invalidWorker(text, name(), count);
    }
  }

  /**
   * Sets the interval of all workers while they run. Each takes it over with its next tick, from
   * which its grid counts anew; {@link #loop} makes that tick come at once.
   *
   * @param text as in a definition: digits followed by {@code s}, {@code ms} or {@code us}; seconds
   *     without a suffix; 1 to 4294967295
   * @throws TimerFaultException 400, with the rule that the text breaks; nothing has changed then
   */
  void setInterval(String text);

  /**
   * Sets the tasks of a round, as {@link #setInterval}. What a start route has set for its own
   * worker is replaced.
   *
   * @param text 0 to 4294967295
   */
  void setNtasks(String text);

  /**
   * Sets the slices of a round, as {@link #setNtasks}. A worker whose present slice is none of them
   * goes on with slice 0.
   *
   * @param text 1 to 4294967295
   */
  void setNslices(String text);

  /** Stops ticking until {@link #resume}, {@link #start}, {@link #loop} or {@link #end}. */
  void pause(int worker);

  /**
   * Kamailio's {@code continue}: goes on where the worker was; one that has ended goes on at its
   * loop route, with a new state. In LOOP the schedule restarts: a sync timer runs at once, a basic
   * one an interval later. A worker that is not paused is left alone.
   */
  void resume(int worker);

  /** Drops the state of the present run and begins a new one with the start route. */
  void start(int worker);

  /** Jumps to the loop route, which runs at once; one that has ended goes on as by resume. */
  void loop(int worker);

  /** Jumps to the end route, after which the worker is paused; one that has ended stays so. */
  void end(int worker);

  /**
   * Ends a {@link TimerContext#rest()}; without one under way the next is cut short. Allocates
   * nothing and takes no lock.
   */
  void wake(int worker);
}
