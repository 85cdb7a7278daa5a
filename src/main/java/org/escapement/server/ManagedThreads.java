package org.escapement.server;

import java.util.Map;
import java.util.concurrent.Executor;
import javax.enterprise.concurrent.ManagedExecutorService;
import javax.enterprise.concurrent.ManagedExecutors;
import javax.enterprise.concurrent.ManagedTask;
import org.escapement.timer.ThreadStarter;

/**
 * Runs everything on the server's managed threads, where routes see the application's names,
 * classes and beans.
 */
final class ManagedThreads implements ThreadStarter {

  private final ManagedExecutorService executor;

  ManagedThreads(ManagedExecutorService executor) {
    this.executor = executor;
  }

  @Override
  public void start(String identity, Runnable task) {
    Map<String, String> properties =
        Map.of(ManagedTask.IDENTITY_NAME, identity, ManagedTask.LONGRUNNING_HINT, "true");
    executor.execute(ManagedExecutors.managedTask(task, properties, null));
  }

  /** For short tasks. */
  Executor shortTasks() {
    return executor;
  }
}
