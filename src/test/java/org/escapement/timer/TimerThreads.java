package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.escapement.clock.ManualClock;
import org.escapement.clock.Waiter;

/** Real threads for workers on a clock that the test moves, and a look at whether they end. */
final class TimerThreads implements ThreadStarter {

  private static final long BOUND_SECONDS = 30;
  private static final int DEDICATED_BOUND = 64;

  private final List<Thread> threads = new CopyOnWriteArrayList<>();

  TimerEnvironment environment(ManualClock clock) {
    return environment(clock, clock::waiter);
  }

  TimerEnvironment environment(ManualClock clock, Supplier<Waiter> waiters) {
    TimerEnvironment manual = TimerEnvironment.manual(clock);
    return new TimerEnvironment(
        manual.clocks(),
        (same, accuracyNanos) -> waiters.get(),
        manual.alarms(),
        this,
        manual.shared(),
        NativeThreadId.ofPlatform(),
        DEDICATED_BOUND);
  }

  @Override
  public void start(String identity, Runnable task) {
    Thread thread = new Thread(task, identity);
    thread.setDaemon(true);
    threads.add(thread);
    thread.start();
  }

  List<String> names() {
    return threads.stream().map(Thread::getName).toList();
  }

  /** Returns when each of them waits for the clock or a command, or has ended. */
  void settle() {
    Await.until(
        "all threads wait",
        () ->
            threads.stream()
                .map(Thread::getState)
                .allMatch(
                    state -> state == Thread.State.WAITING || state == Thread.State.TERMINATED));
  }

  void seeThemEnd() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(BOUND_SECONDS));
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }
}
