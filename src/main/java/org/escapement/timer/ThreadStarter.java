package org.escapement.timer;

/** Runs long tasks, each on a thread of its own; in a server, one of the server's threads. */
@FunctionalInterface
public interface ThreadStarter {

  /**
   * Starts a task at once.
   *
   * @param identity what the thread is for, in the form of a thread's name
   * @param task runs until its timer is stopped
   */
  void start(String identity, Runnable task);
}
