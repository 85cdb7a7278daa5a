package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class HybridWaiterTest {

  private static final long HOUR = TimeUnit.HOURS.toNanos(1);

  private final SpinBudget budget = new SpinBudget(1);
  private final HybridWaiter waiter = new HybridWaiter(SystemClocks.MONOTONIC, 0, budget);

  @Test
  void aDeadlineThatHasPassed_isReachedAtOnce() {
    assertThat(reached(waiter, System.nanoTime() - 1)).isTrue();
    assertThat(reached(waiter, System.nanoTime() - HOUR)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000_000_000})
  void aWait_neverEndsBeforeItsDeadline(long accuracyNanos) {
    HybridWaiter other = new HybridWaiter(SystemClocks.MONOTONIC, accuracyNanos, budget);
    for (int i = 0; i < 20; i++) {
      long deadline = System.nanoTime() + i * 20_000L;
      assertThat(reached(other, deadline)).isTrue();
      assertThat(System.nanoTime() - deadline).isNotNegative();
    }
  }

  @Test
  void aWakeBeforeTheWait_endsIt_andOnlyOnce() {
    waiter.wake();
    waiter.wake();

    assertThat(reached(waiter, System.nanoTime() + HOUR)).isFalse();
    assertThat(reached(waiter, System.nanoTime() + 1_000)).isTrue();
  }

  @Test
  void aWakeDuringTheWait_endsIt() {
    AtomicInteger reads = new AtomicInteger();
    NanoClock clock = counting(reads);
    Waiter other = new HybridWaiter(clock, 0, budget);
    CompletableFuture<Boolean> ended = inBackground(() -> reached(other, HOUR, clock));
    while (reads.get() == 0) {
      Thread.onSpinWait();
    }

    other.wake();

    assertThat(ended.join()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 300_000, 3_000_000})
  void anApproach_endsNoLongerBeforeTheDeadlineThanASpinLasts(long nanos) {
    long deadline = System.nanoTime() + nanos;

    long now = waiter.awaitApproach(deadline, System.nanoTime());

    assertThat(deadline - now).isLessThanOrEqualTo(Oversleep.MOST_NANOS);
    assertThat(reached(waiter, deadline)).isTrue();
  }

  @Test
  void anApproach_ofOneThatMayBeLate_lastsUpToTheDeadline() {
    HybridWaiter other = new HybridWaiter(SystemClocks.MONOTONIC, HOUR, budget);
    long deadline = System.nanoTime() + 300_000;

    assertThat(other.awaitApproach(deadline, System.nanoTime()) - deadline).isNotNegative();
  }

  @Test
  void aWakeDuringTheApproach_endsTheWaitThatFollows() {
    long deadline = System.nanoTime() + HOUR;
    waiter.wake();

    assertThat(waiter.awaitApproach(deadline, System.nanoTime()) - deadline).isNegative();
    assertThat(reached(waiter, deadline)).isFalse();
  }

  @Test
  void anApproachAndItsWait_arePaidForOnce() {
    SpinBudget own = new SpinBudget(1e-8); // a nanosecond of it takes 100 ms, the longest burst
    HybridWaiter other = new HybridWaiter(SystemClocks.MONOTONIC, 0, own);
    long now = System.nanoTime();

    other.awaitApproach(now + 1, now);
    other.awaitDeadline(now + 1, now);
    other.awaitDeadline(now + 2, now + 1);

    assertThat(own.allows(now + 1, true)).as("whether nothing was paid").isFalse();
    assertThat(own.allows(now + 1, false)).as("whether it was paid for once").isTrue();
  }

  @Test
  void aWorkerThatRests_isWoken() {
    CompletableFuture<Boolean> ended =
        inBackground(
            () -> {
              waiter.awaitWake();
              return true;
            });

    waiter.wake();

    assertThat(ended.join()).isTrue();
  }

  @Test
  void anInterrupt_endsWaits_andStaysSet() {
    Thread.currentThread().interrupt();

    assertThat(reached(waiter, System.nanoTime() + HOUR)).isFalse();
    waiter.awaitWake();

    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aStepForward_endsTheWait() {
    long[] times = {0, 1, HOUR + 1};
    NanoClock clock = playing(times);
    HybridWaiter other = new HybridWaiter(clock, 0, budget);

    assertThat(reached(other, HOUR, clock)).isTrue();
  }

  @Test
  void aStepBack_whileSpinning_lengthensTheWait() {
    // 10 µs to go: spins; then the clock is an hour back, and later beyond the deadline
    long[] times = {-10_000, -9_000, -HOUR, -HOUR, -10_000, 1};
    AtomicInteger reads = new AtomicInteger();
    NanoClock player = playing(times);
    NanoClock clock =
        () -> {
          reads.incrementAndGet();
          return player.nanos();
        };

    assertThat(reached(new HybridWaiter(clock, 0, budget), 0, clock)).isTrue();
    assertThat(reads.get()).isGreaterThanOrEqualTo(times.length);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 1, Long.MAX_VALUE})
  void anyOriginOfTheClock_willDo(long origin) {
    long start = System.nanoTime();
    NanoClock clock = () -> System.nanoTime() - start + origin;
    HybridWaiter other = new HybridWaiter(clock, 0, budget);

    assertThat(reached(other, origin + 500_000, clock)).isTrue();
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(500_000);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "50000, true", "250000, true", "250001, false", "1000000000, false"})
  void aWait_spins_unlessItMayBeLaterThanASpinIsLong(long accuracyNanos, boolean spins) {
    SpinBudget own = new SpinBudget(1e-9); // a single spin uses it up for good
    HybridWaiter other = new HybridWaiter(SystemClocks.MONOTONIC, accuracyNanos, own);
    for (int i = 0; i < 100; i++) {
      assertThat(reached(other, System.nanoTime() + 300_000)).isTrue();
    }

    assertThat(own.allows(System.nanoTime(), false)).isNotEqualTo(spins);
  }

  @Test
  void aNegativeAccuracy_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HybridWaiter(SystemClocks.MONOTONIC, -1, budget))
        .withMessageContaining("-1");
  }

  private static boolean reached(Waiter waiter, long deadline) {
    return reached(waiter, deadline, SystemClocks.MONOTONIC);
  }

  private static boolean reached(Waiter waiter, long deadline, NanoClock clock) {
    return waiter.awaitDeadline(deadline, clock.nanos()) - deadline >= 0;
  }

  private static NanoClock counting(AtomicInteger reads) {
    return () -> {
      reads.incrementAndGet();
      return 0;
    };
  }

  /** Reads one time after the other, and the last one for ever. */
  private static NanoClock playing(long[] times) {
    AtomicInteger next = new AtomicInteger();
    return () -> times[Math.min(next.getAndIncrement(), times.length - 1)];
  }

  private static CompletableFuture<Boolean> inBackground(Supplier<Boolean> action) {
    return CompletableFuture.supplyAsync(action, ForkJoinPool.commonPool());
  }
}
