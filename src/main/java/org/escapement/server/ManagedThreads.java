package org.escapement.server;

import java.util.concurrent.Executor;
import javax.enterprise.concurrent.ManagedExecutorService;
import javax.enterprise.concurrent.ManagedThreadFactory;
import org.escapement.timer.ThreadStarter;

/**
 * Runs everything on threads that the server manages, where routes see the application's names,
 * classes and beans: long tasks on threads of their own, so that they take none of those that the
 * server's executor has for requests and short tasks.
 */
final class ManagedThreads implements ThreadStarter {

  private final ManagedThreadFactory factory;
  private final ManagedExecutorService executor;

  ManagedThreads(ManagedThreadFactory factory, ManagedExecutorService executor) {
    this.factory = factory;
    this.executor = executor;
  }

  @Override
  public void start(String identity, Runnable task) {
    Thread thread = factory.newThread(task);
    thread.setName(identity);
    thread.start();
  }

  /** For short tasks. */
  Executor shortTasks() {
    return executor;
  }
}
