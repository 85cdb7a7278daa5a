package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.escapement.clock.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SharedDriverTest {

  private final ManualClock clock = new ManualClock(-1);
  private final ScriptedBody body = new ScriptedBody();

  private TimerRegistry timers(Executor shared) {
    TimerEnvironment manual = TimerEnvironment.manual(clock);
    return new TimerRegistry(
        new TimerEnvironment(
            manual.clocks(),
            manual.waiters(),
            manual.alarms(),
            manual.threads(),
            shared,
            manual.threadIds(),
            0));
  }

  @Test
  void step_isHandedOverOnceHoweverOftenItIsAskedFor() {
    Queue<Runnable> handed = new ArrayDeque<>();
    TimerRegistry timers = timers(handed::add);
    TimerControl timer = timers.add(Definitions.timer("type=1;interval=100ms"), body);
    timers.start();

    timer.pause(0);
    timer.resume(0);
    timer.wake(0);
    clock.advance(Duration.ofMillis(500));

    assertThat(handed).hasSize(1);
    handed.remove().run();
    assertThat(handed).isEmpty();
    assertThat(body.takeCalls()).isEqualTo("open start loop");
  }

  @Test
  void tickThatIsDueWhileTheLastStepWaitsForItsThread_isRunByThatStep() {
    Queue<Runnable> handed = new ArrayDeque<>();
    TimerRegistry timers = timers(handed::add);
    TimerControl timer = timers.add(Definitions.timer("type=1;interval=100ms"), body);
    timers.start();
    handed.remove().run();

    clock.advance(Duration.ofMillis(350));
    assertThat(handed).hasSize(1);
    handed.remove().run();

    assertThat(body.takeCalls()).isEqualTo("open start loop loop");
    assertThat(timer.stats().total().lateness().maxNanos()).isBetween(250_000_000L, 253_000_000L);
    assertThat(timer.status().workers().get(0).missed()).isEqualTo(2);
  }

  @Test
  void executorThatRefuses_isAskedAgain() {
    AtomicBoolean full = new AtomicBoolean();
    TimerRegistry timers =
        timers(
            task -> {
              if (full.get()) {
                throw new RejectedExecutionException("full");
              }
              task.run();
            });
    timers.add(Definitions.timer("type=1;interval=100ms"), body);
    timers.start();
    body.takeCalls();
    full.set(true);
    try (LogCapture log = new LogCapture()) {
      clock.advance(Duration.ofMillis(125));
      assertThat(log.messages(Level.SEVERE)).hasSize(1);
    }
    assertThat(body.takeCalls()).isEmpty();

    full.set(false);
    clock.advance(Duration.ofMillis(5));

    assertThat(body.takeCalls()).isEqualTo("loop");
  }

  @Test
  void pausedWorker_costsNoStep() {
    AtomicInteger steps = new AtomicInteger();
    TimerRegistry timers =
        timers(
            task -> {
              steps.incrementAndGet();
              task.run();
            });
    TimerControl timer = timers.add(Definitions.timer("type=1;interval=1ms"), body);
    timers.start();
    timer.pause(0);
    int before = steps.get();

    clock.advance(Duration.ofSeconds(1));

    assertThat(steps.get()).isEqualTo(before);
  }

  @Test
  void severalThreads_neverRunTwoStepsOfAWorkerAtATimeAndLoseNothing() throws InterruptedException {
    int total = 2_000;
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    AtomicInteger work = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    body.onLoop =
        context -> {
          if (inside.incrementAndGet() != 1) {
            overlaps.incrementAndGet();
          }
          done.addAndGet(work.getAndSet(0));
          body.calls.clear();
          Thread.onSpinWait();
          context.rest();
          inside.decrementAndGet();
          return 1;
        };
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      TimerRegistry timers = timers(pool);
      TimerControl timer = timers.add(Definitions.timer("type=1;interval=1ms"), body);
      timers.start();
      for (int i = 0; i < total; i++) {
        work.incrementAndGet();
        timer.wake(0);
        if (i % 7 == 0) {
          timer.pause(0);
          timer.resume(0);
        }
        clock.advanceNanos(i % 3 == 0 ? 1_000_000 : 0);
      }
      Await.until(
          "all work is done",
          () -> {
            clock.advanceNanos(0);
            return done.get() == total;
          });
      assertThat(overlaps.get()).isZero();
      assertThat(timers.stop(Duration.ZERO)).isEmpty();
    } finally {
      pool.shutdownNow();
      assertThat(pool.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }
}
