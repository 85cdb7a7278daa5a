package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escapement.clock.ClockId.MONOTONIC;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The loop on a thread of its own, used from another. */
@Timeout(60)
class EventLoopThreadsTest {

  private final EventLoop loop = EventLoop.builder().build();
  private CompletableFuture<Integer> running;

  @BeforeEach
  void start() {
    running = CompletableFuture.supplyAsync(loop::run, task -> new Thread(task).start());
  }

  @AfterEach
  void stop() {
    loop.exit(5);
    assertThat(running.join()).isEqualTo(5);
  }

  @Test
  void aSourceArmedByAnotherThread_wakesTheWaitingLoop() throws InterruptedException {
    CountDownLatch fired = new CountDownLatch(1);
    loop.addTimeRelative(MONOTONIC, TimeUnit.HOURS.toMicros(1), 1, (s, m, d) -> 0, null);
    loop.addTimeRelative(
        MONOTONIC,
        100,
        1,
        (s, m, d) -> {
          fired.countDown();
          return 0;
        },
        null);

    assertThat(fired.await(30, TimeUnit.SECONDS)).isTrue();
  }

  static Stream<Arguments> waysToCancel() {
    return Stream.of(
        Arguments.of("off", (Consumer<TimeSource>) s -> s.setEnabled(TimeSource.Mode.OFF)),
        Arguments.of("moved", (Consumer<TimeSource>) s -> s.setTime(Long.MAX_VALUE)),
        Arguments.of("closed", (Consumer<TimeSource>) TimeSource::close));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToCancel")
  void aDueSource_cancelledByAnotherThread_doesNotFire(String name, Consumer<TimeSource> cancel)
      throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    long due = loop.now(MONOTONIC) + 20_000;
    TimeHandler blocks =
        (s, m, d) -> {
          begun.countDown();
          return cancelled.await(30, TimeUnit.SECONDS) ? 0 : -1;
        };
    TimeHandler counts = (s, m, d) -> runs.incrementAndGet();
    TimeHandler ends =
        (s, m, d) -> {
          ended.countDown();
          return 0;
        };
    // The same instant and wide windows: all three are collected by one iteration.
    loop.addTime(MONOTONIC, due, 1_000, blocks, null);
    TimeSource victim = loop.addTime(MONOTONIC, due, 1_000, counts, null);
    loop.addTime(MONOTONIC, due, 1_000, ends, null);
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();

    cancel.accept(victim);
    cancelled.countDown();

    assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(runs).hasValue(0);
  }
}
