package org.escapement.module;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Runs tasks one after another on the thread that runs it. What waits is bounded by who hands in:
 * each worker of a route timer has at most one task here. Thread-safe.
 */
public final class OneThread implements Executor, Runnable {

  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private volatile boolean ended;

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  @Override
  public void run() {
    while (!ended) {
      try {
        tasks.take().run();
      } catch (InterruptedException e) { // left behind by a route, or the server's: not our end
        Thread.interrupted();
      } catch (RuntimeException e) { // one task's fault must not keep the others from running
        ModuleLog.LOG.taskFailed(e);
      }
    }
  }

  /** Ends the thread after the tasks that wait now. */
  public void end() {
    execute(() -> ended = true);
  }
}
