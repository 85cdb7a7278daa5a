package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.clock.ManualClock;
import org.escapement.clock.Waiter;
import org.escapement.timer.TimerStatus.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real threads on a clock that the test moves. */
@Timeout(60)
class DedicatedDriverTest {

  private static final long BOUND_SECONDS = 30;

  private final ManualClock clock = new ManualClock(Long.MAX_VALUE);
  private final TimerThreads threads = new TimerThreads();
  private final TimerRegistry timers = new TimerRegistry(threads.environment(clock));
  private final ScriptedBody body = new ScriptedBody();
  private final BlockingQueue<Long> ticks = new LinkedBlockingQueue<>();

  @AfterEach
  void stopAndSeeTheThreadsEnd() throws InterruptedException {
    timers.stop(Duration.ofSeconds(BOUND_SECONDS));
    threads.seeThemEnd();
  }

  private TimerControl begin(String attributes) {
    TimerControl timer =
        timers.add(Definitions.timer("executor=dedicated;interval=100ms;" + attributes), body);
    timers.start();
    return timer;
  }

  private void noteTicks() {
    body.onLoop =
        context -> {
          ticks.add(context.dueNanos() - Long.MAX_VALUE);
          return 1;
        };
  }

  private long nextTick() throws InterruptedException {
    Long tick = ticks.poll(BOUND_SECONDS, TimeUnit.SECONDS);
    assertThat(tick).as("a tick").isNotNull();
    return tick;
  }

  private static TimerStatus.Worker worker(TimerControl timer) {
    return timer.status().workers().get(0);
  }

  @Test
  void worker_ticksOnTheGridOnAThreadOfItsOwn() throws InterruptedException {
    noteTicks();
    begin("type=1");

    assertThat(nextTick()).isEqualTo(0);
    for (int k = 1; k <= 20; k++) {
      clock.advance(Duration.ofMillis(100));
      assertThat(nextTick()).isEqualTo(k * 100_000_000L);
    }
    assertThat(threads.names()).containsExactly("escapement-timer-t-0");
  }

  @Test
  void aTick_isRehearsedOnce_andRunsOnce() throws InterruptedException {
    BlockingQueue<String> waits = new LinkedBlockingQueue<>();
    TimerRegistry own =
        new TimerRegistry(
            threads.environment(clock, () -> new NotingWaiter(clock.waiter(), waits)));
    noteTicks();
    own.add(Definitions.timer("executor=dedicated;interval=100ms;type=1"), body);
    own.start();

    assertThat(nextTick()).isZero();
    for (int k = 1; k <= 3; k++) {
      assertThat(waits.poll(BOUND_SECONDS, TimeUnit.SECONDS)).isEqualTo("approach");
      assertThat(waits.poll(BOUND_SECONDS, TimeUnit.SECONDS)).isEqualTo("deadline");
      assertThat(ticks).isEmpty();
      clock.advance(Duration.ofMillis(100));
      assertThat(nextTick()).isEqualTo(k * 100_000_000L);
    }
    own.stop(Duration.ofSeconds(BOUND_SECONDS));
  }

  /** Tells in which parts was waited. */
  private record NotingWaiter(Waiter waiter, BlockingQueue<String> waits) implements Waiter {

    @Override
    public long awaitApproach(long deadlineNanos, long nowNanos) {
      waits.add("approach");
      return waiter.awaitApproach(deadlineNanos, nowNanos);
    }

    @Override
    public long awaitDeadline(long deadlineNanos, long nowNanos) {
      waits.add("deadline");
      return waiter.awaitDeadline(deadlineNanos, nowNanos);
    }

    @Override
    public void awaitWake() {
      waiter.awaitWake();
    }

    @Override
    public void wake() {
      waiter.wake();
    }
  }

  @Test
  void commands_endTheWait() throws InterruptedException {
    noteTicks();
    TimerControl timer = begin("type=1");
    nextTick();

    timer.pause(0);
    Await.until("paused", () -> worker(timer).paused());
    clock.advance(Duration.ofMillis(250));
    timer.resume(0);
    assertThat(nextTick()).isEqualTo(250_000_000L);
    timer.loop(0);
    assertThat(nextTick()).isEqualTo(250_000_000L);
    timer.end(0);
    Await.until("ended", () -> worker(timer).paused());

    assertThat(worker(timer).state()).isEqualTo(State.END);
    assertThat(body.takeCalls()).isEqualTo("open start loop loop loop end close");
  }

  @Test
  void interruptLeftByARoute_isGoneAtTheNextTick() throws InterruptedException {
    BlockingQueue<Boolean> interrupted = new LinkedBlockingQueue<>();
    body.onLoop =
        context -> {
          interrupted.add(Thread.currentThread().isInterrupted());
          Thread.currentThread().interrupt();
          return 1;
        };
    begin("type=1");

    assertThat(interrupted.poll(BOUND_SECONDS, TimeUnit.SECONDS)).isFalse();
    clock.advance(Duration.ofMillis(100));
    assertThat(interrupted.poll(BOUND_SECONDS, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void pid_isTheNativeIdOfTheThread() throws InterruptedException {
    BlockingQueue<Long> ids = new LinkedBlockingQueue<>();
    body.onStart =
        context -> {
          ids.add(context.pid());
          ids.add(NativeThreadId.ofPlatform().current());
          return 1;
        };
    begin("type=1");

    Long pid = ids.poll(BOUND_SECONDS, TimeUnit.SECONDS);
    assertThat(pid).isEqualTo(ids.poll(BOUND_SECONDS, TimeUnit.SECONDS));
    if (System.getProperty("os.name").equals("Linux")) {
      assertThat(pid).isNotEqualTo(ProcessHandle.current().pid());
    }
  }

  @Test
  void stop_whileARouteRuns_waitsForItAndRunsTheEndRoute() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    body.onLoop =
        context -> {
          running.countDown();
          assertThat(release.await(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
          return 1;
        };
    begin("type=1");
    assertThat(running.await(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<List<String>> stop =
        CompletableFuture.supplyAsync(() -> timers.stop(Duration.ZERO));
    release.countDown();

    assertThat(stop.get(BOUND_SECONDS, TimeUnit.SECONDS)).isEmpty();
    assertThat(body.takeCalls()).isEqualTo("open start loop end close");
  }

  @Test
  void stop_afterItsTimeout_interruptsReportsAndLetsNothingRunAnyMore() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    body.onLoop =
        context -> {
          running.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            interrupted.countDown();
          }
          return -1;
        };
    begin("type=1");
    assertThat(running.await(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();

    try (LogCapture log = new LogCapture()) {
      assertThat(timers.stop(Duration.ofNanos(1))).containsExactly("t/0");
      assertThat(log.messages(java.util.logging.Level.WARNING))
          .singleElement()
          .asString()
          .startsWith("ESC001104: Stopping took longer than exit_timeout: t/0 did not finish");
    }

    assertThat(interrupted.await(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
    stopAndSeeTheThreadsEnd();
    assertThat(body.takeCalls()).isEqualTo("open start loop");
  }

  @Test
  void wakes_areNeverLost() {
    int total = 20_000;
    AtomicInteger work = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    body.onLoop =
        context -> {
          done.addAndGet(work.getAndSet(0));
          body.calls.clear();
          context.rest();
          return 1;
        };
    TimerControl timer = begin("type=1");

    for (int i = 0; i < total; i++) {
      work.incrementAndGet();
      timer.wake(0);
    }

    Await.until("all work is done", () -> done.get() == total);
  }

  @Test
  void workersOfATimer_runBesideEachOther() throws InterruptedException {
    CountDownLatch allRun = new CountDownLatch(4);
    body.onLoop =
        context -> {
          allRun.countDown();
          allRun.await(BOUND_SECONDS, TimeUnit.SECONDS);
          return 1;
        };

    begin("type=1;nworkers=4");

    assertThat(allRun.await(BOUND_SECONDS, TimeUnit.SECONDS)).isTrue();
  }
}
