package org.escapement.bench.lateness;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * {@code scheduleAtFixedRate} of the JDK's executor or of the server's.
 *
 * @param skips whether it leaves out runs for due times that have passed, as Liberty's does; which
 *     ones it does not tell
 * @param end what to do with the executor afterwards
 */
public record ExecutorSubject(
    String name, ScheduledExecutorService executor, boolean skips, Runnable end)
    implements Subject {

  /** Long enough to ask the executor when its first run is due: that is t0. */
  private static final long FIRST_DELAY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  static Subject ofJdk() {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "scheduled executor");
              thread.setDaemon(true);
              return thread;
            });
    return new ExecutorSubject(
        "ScheduledThreadPoolExecutor", executor, false, executor::shutdownNow);
  }

  @Override
  public boolean reaches(long intervalNanos) {
    return true;
  }

  @Override
  public Running start(Ticks ticks) {
    ScheduledFuture<?> future =
        executor.scheduleAtFixedRate(
            skips
                ? () -> ticks.ranForLatest(System.nanoTime())
                : () -> ticks.ran(System.nanoTime()),
            FIRST_DELAY_NANOS,
            ticks.intervalNanos(),
            TimeUnit.NANOSECONDS);
    ticks.origin(System.nanoTime() + future.getDelay(TimeUnit.NANOSECONDS));
    return () -> {
      future.cancel(false);
      end.run();
    };
  }
}
