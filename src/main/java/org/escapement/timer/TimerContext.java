package org.escapement.timer;

import org.jspecify.annotations.Nullable;

/**
 * What a route can read and set of the timer that runs it: Kamailio's {@code $ptimer(…)}.
 *
 * <p>Valid only while a route of the worker runs, and only on that route's thread. The setters are
 * allowed in the start route alone; elsewhere they throw {@link IllegalStateException}, and for a
 * value out of range {@link IllegalArgumentException}; both name the rule and the value, and
 * nothing has changed then.
 */
public interface TimerContext {

  String name();

  TimerType type();

  /** How many workers the timer has, at least 1. */
  int nworkers();

  /** The number of this worker, counted from 0. */
  int worker();

  /** The native id of the worker's thread where it has one of its own, else that of the process. */
  long pid();

  /** The interval as text: the one configured, or set since. */
  String interval();

  /**
   * Sets the interval of the timer, for all of its workers: the others take it over at their next
   * tick, with which their grid restarts.
   *
   * @param interval digits followed by {@code s}, {@code ms} or {@code us}; seconds without a
   *     suffix
   */
  void interval(String interval);

  /** Tasks of one round, 0 to 4294967295. */
  long ntasks();

  /** Sets the tasks of a round and recomputes {@link #tasks()}. */
  void ntasks(long ntasks);

  /** Tasks of this run: those of the present slice, or all of them when the timer has no slices. */
  long tasks();

  /**
   * Sets the tasks of the present slice, 0 to {@link #ntasks()}. They hold until the slice moves,
   * which is after the first loop run; in a timer without slices for good. Setting the slice, or
   * the tasks or slices of a round, computes them anew: so set these first.
   */
  void tasks(long tasks);

  /** Slices of a round, 1 to 4294967295. */
  long nslices();

  /**
   * Sets the slices of a round and recomputes {@link #tasks()}. A present slice that is none of
   * them becomes 0.
   */
  void nslices(long nslices);

  /** The present slice, 0 to {@link #nslices()} − 1. */
  long slice();

  /** Sets the slice that the first loop run works on, and recomputes {@link #tasks()}. */
  void slice(long slice);

  /**
   * When the present loop run was due, a reading of the timer's clock in nanoseconds; in start and
   * end, when the route began.
   */
  long dueNanos();

  /** How much later than its due time the present run began, in nanoseconds, at least 0. */
  long latenessNanos();

  /** Due times that this worker has missed since it was made. */
  long missed();

  /**
   * Lets this worker rest after the present run: no tick comes, and no CPU time is spent, until
   * {@link TimerControl#wake} is called. A sync timer then restarts its grid: the next run comes at
   * once. Resting is not pausing: an operator's pause outlasts a wake. A wake that comes between
   * this call and the end of the route is not lost. Only from a loop route.
   */
  void rest();

  /**
   * What {@link #attach} left on this worker, or null. It stays from run to run for as long as
   * there is the worker.
   */
  @Nullable Object attachment();

  /**
   * Leaves something on this worker. There is one place only, and Escapement keeps the worker's
   * {@code $var(…)} there: state of a run belongs on its synthetic request.
   */
  void attach(@Nullable Object attachment);
}
