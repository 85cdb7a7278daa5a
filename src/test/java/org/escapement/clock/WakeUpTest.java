package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escapement.clock.ClockId.MONOTONIC;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When and how often the loop wakes up. */
@Timeout(60)
class WakeUpTest {

  private static final long OFFSET_MICROS = 77_000;

  private final ManualClock clock = new ManualClock();
  private final List<Long> deadlines = new ArrayList<>();

  /** Lets the time that is waited for come at once. */
  private final Waiter jumping =
      new Waiter() {
        @Override
        public long awaitDeadline(long deadlineNanos, long nowNanos) {
          deadlines.add(deadlineNanos / 1_000);
          clock.advanceNanos(Math.max(0, deadlineNanos - clock.nanos()));
          return clock.nanos();
        }

        @Override
        public void awaitWake() {
          throw new IllegalStateException("nothing to wait for");
        }

        @Override
        public void wake() {}
      };

  private final EventLoop loop =
      EventLoop.builder().manual(clock).waiter(jumping).wakeOffset(OFFSET_MICROS).build();
  private int fired;
  private final TimeHandler count =
      (source, micros, data) -> {
        fired++;
        return 0;
      };

  @Test
  void aThousandOverlappingWindows_costOneWakeUp() {
    for (int i = 0; i < 1_000; i++) {
      loop.addTime(MONOTONIC, 1_000 + i, 1_000, count, null);
    }

    loop.runOnce(Long.MAX_VALUE);

    assertThat(fired).isEqualTo(1_000);
    assertThat(loop.counters().wakeUps()).isEqualTo(1);
    assertThat(deadlines).containsExactly(2_000L);
  }

  @Test
  void eachGroupOfWindows_costsOneWakeUp() {
    for (int group = 1; group <= 10; group++) {
      for (int i = 0; i < 100; i++) {
        loop.addTime(MONOTONIC, group * 10_000L + i, 100, count, null);
      }
    }

    while (fired < 1_000) {
      loop.runOnce(Long.MAX_VALUE);
    }

    assertThat(loop.counters().wakeUps()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({
    // a full minute in the window, ten seconds, a second, a quarter; none: the end of the window
    "59000000, 60000000, 60077000",
    "11000000, 60000000, 60077000",
    "61000000, 20000000, 80077000",
    "61000000,  5000000, 65077000",
    "61000000,  1000000, 61077000",
    "61100000,   250000, 61327000",
    "61100000,   100000, 61200000",
  })
  void aWakeUp_isAtThePreferredMomentOfTheWindow(long time, long accuracy, long expected) {
    loop.addTime(MONOTONIC, time, accuracy, count, null);

    loop.runOnce(Long.MAX_VALUE);

    assertThat(deadlines).containsExactly(expected);
    assertThat(fired).isEqualTo(1);
  }

  @Test
  void thePreferredMoment_doesNotTearAGroupApart() {
    loop.addTime(MONOTONIC, 1_000_000, 100_000, count, null);
    loop.addTime(MONOTONIC, 1_090_000, 100_000, count, null);

    loop.runOnce(Long.MAX_VALUE);

    assertThat(deadlines).containsExactly(1_100_000L);
    assertThat(fired).isEqualTo(2);
  }

  @Test
  void theBoundOfRunOnce_endsTheWait() {
    loop.addTime(MONOTONIC, 1_000, 1, count, null);

    assertThat(loop.runOnce(400)).isFalse();
    assertThat(deadlines).containsExactly(400L);
    assertThat(loop.runOnce(Long.MAX_VALUE)).isTrue();
  }

  @Test
  void aClockThatCanJump_isReadEveryTenthOfASecond() {
    EventLoop other =
        EventLoop.builder()
            .manual(clock)
            .clock(ClockId.REALTIME, new ManualClock())
            .waiter(jumping)
            .build();
    other.addTime(ClockId.REALTIME, 1_000_000, 1, count, null);

    assertThat(other.runOnce(Long.MAX_VALUE)).isFalse();

    assertThat(deadlines).containsExactly(100_000L);
  }

  @Test
  void aStepBackOfTheClock_neitherLosesNorHastensASource() {
    long[] real = {1_000_000_000L};
    EventLoop other =
        EventLoop.builder()
            .manual(clock)
            .clock(ClockId.REALTIME, () -> real[0])
            .waiter(jumping)
            .build();
    other.addTime(ClockId.REALTIME, 1_500_000, 1, count, null);
    real[0] = 1_400_000_000L;
    other.runOnce(0);
    real[0] = 100_000_000L;
    other.runOnce(0);
    TimeSource between = other.addTime(ClockId.REALTIME, 900_000, 1, count, null);
    other.runOnce(0);
    assertThat(fired).isZero();

    real[0] = 900_000_000L;
    other.runOnce(0);
    assertThat(fired).isEqualTo(1);
    assertThat(between.enabled()).isEqualTo(TimeSource.Mode.OFF);
    real[0] = 1_500_000_000L;
    other.runOnce(0);
    assertThat(fired).isEqualTo(2);
  }
}
