package org.escapement.bench.lateness;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * {@code scheduleAtFixedRate} of the JDK's executor or of the server's.
 *
 * @param end what to do with the executor afterwards
 */
public record ExecutorSubject(String name, ScheduledExecutorService executor, Runnable end)
    implements Subject {

  static Subject ofJdk() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "scheduled executor");
              thread.setDaemon(true);
              return thread;
            });
    return new ExecutorSubject("ScheduledThreadPoolExecutor", executor, executor::shutdownNow);
  }

  @Override
  public boolean reaches(long intervalNanos) {
    return true;
  }

  @Override
  public Running start(Ticks ticks) {
    long interval = ticks.intervalNanos();
    ticks.origin(System.nanoTime() + interval);
    ScheduledFuture<?> future =
        executor.scheduleAtFixedRate(
            () -> ticks.ran(System.nanoTime()), interval, interval, TimeUnit.NANOSECONDS);
    return () -> {
      future.cancel(false);
      end.run();
    };
  }
}
