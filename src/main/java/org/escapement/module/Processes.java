package org.escapement.module;

/**
 * A module's way to workers of its own. Kamailio's processes are managed tasks here, and so are
 * their names.
 */
public interface Processes {

  /**
   * Announces workers that {@link #forkProcess} will start.
   *
   * @param count at least 1
   * @throws IllegalStateException outside of {@code modInit}
   */
  void registerProcesses(int count);

  /**
   * How many workers all modules together have registered, route timers' own threads included.
   *
   * @throws IllegalStateException in {@code modInit}, when later modules may still register some
   */
  int processCount();

  /**
   * Starts a worker: a managed task, which runs {@code childInit(rank)} of every module and then
   * the task. In no-fork mode it runs the task alone.
   *
   * @param rank positive for an ordinary worker, or one of the special ranks for workers in {@link
   *     Rank}; {@link Rank#PROC_NOCHLDINIT} for one without {@code childInit}
   * @param name what the worker is for, shown in the table of processes
   * @param task may run until the application ends: its thread is interrupted then
   * @throws IllegalStateException outside of {@code childInit(PROC_MAIN)}, or if the module has
   *     registered fewer workers
   */
  void forkProcess(int rank, String name, Runnable task);

  /** Whether the workers are told to end: their tasks return then, and are interrupted. */
  boolean stopping();
}
