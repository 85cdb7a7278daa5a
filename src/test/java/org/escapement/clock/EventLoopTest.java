package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.escapement.clock.ClockId.MONOTONIC;
import static org.escapement.clock.TimeSource.Mode.OFF;
import static org.escapement.clock.TimeSource.Mode.ON;
import static org.escapement.clock.TimeSource.Mode.ONESHOT;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the specification of time sources, one after the other. */
@Timeout(60)
class EventLoopTest {

  private final ManualClock clock = new ManualClock();
  private final EventLoop loop = EventLoop.builder().name("test").manual(clock).build();
  private final List<Object> fired = new ArrayList<>();
  private final TimeHandler note =
      (source, micros, data) -> {
        fired.add(data == null ? micros : data);
        return 0;
      };

  private void advanceMicros(long micros) {
    clock.advanceNanos(micros * 1_000);
    loop.runOnce(0);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 999, 1_000})
  void aTimeInThePast_isDueAtOnce(long micros) {
    clock.advanceNanos(1_000_000);
    loop.addTime(MONOTONIC, micros, 1, note, null);

    assertThat(loop.runOnce(0)).isTrue();
    assertThat(fired).containsExactly(micros);
  }

  @Test
  void aTimeInThePast_whoseWindowIsStillOpen_isNotWaitedFor() {
    loop.runOnce(0);
    clock.advanceNanos(1_000_000);
    loop.addTime(MONOTONIC, 900, 250_000, note, null);

    loop.runOnce(Long.MAX_VALUE);

    assertThat(fired).hasSize(1);
    assertThat(loop.counters().wakeUps()).isZero();
  }

  @Test
  void theGreatestTime_neverComes() {
    loop.addTime(MONOTONIC, Long.MAX_VALUE, 1, note, null);

    advanceMicros(Long.MAX_VALUE / 1_000);

    assertThat(fired).isEmpty();
  }

  @Test
  void aSource_beforeItsTime_doesNotFire() {
    loop.addTime(MONOTONIC, 1_000, 1, note, null);

    advanceMicros(999);
    assertThat(fired).isEmpty();

    advanceMicros(1);
    assertThat(fired).containsExactly(1_000L);
  }

  @Test
  void accuracyZero_isTheDefault() {
    TimeSource source = loop.addTime(MONOTONIC, 1_000, 0, note, null);

    assertThat(source.accuracy()).isEqualTo(250_000);
    source.setAccuracy(7);
    assertThat(source.accuracy()).isEqualTo(7);
    source.setAccuracy(0);
    assertThat(source.accuracy()).isEqualTo(250_000);
  }

  @Test
  void aNewSource_isOneshot_andOffAfterItsRun() {
    TimeSource source = loop.addTime(MONOTONIC, 1_000, 1, note, null);
    assertThat(source.enabled()).isEqualTo(ONESHOT);

    advanceMicros(2_000);
    advanceMicros(2_000);

    assertThat(source.enabled()).isEqualTo(OFF);
    assertThat(fired).hasSize(1);
    source.setEnabled(ONESHOT);
    loop.runOnce(0);
    assertThat(fired).hasSize(2);
  }

  @Test
  void aSourceThatIsOn_firesInEveryIteration_untilMoved() {
    TimeSource source = loop.addTime(MONOTONIC, 1_000, 1, note, null);
    source.setEnabled(ON);
    clock.advanceNanos(1_000_000);

    loop.runOnce(Long.MAX_VALUE);
    loop.runOnce(Long.MAX_VALUE);
    assertThat(fired).containsExactly(1_000L, 1_000L);
    assertThat(loop.counters().wakeUps()).isZero();

    source.setTime(2_000);
    loop.runOnce(0);
    assertThat(fired).hasSize(2);
    advanceMicros(1_000);
    assertThat(fired).containsExactly(1_000L, 1_000L, 2_000L);
  }

  @Test
  void theHandler_getsTheSource_theConfiguredTime_andTheUserData() {
    AtomicReference<Object> seen = new AtomicReference<>();
    TimeSource source =
        loop.addTime(
            MONOTONIC,
            1_000,
            1,
            (s, micros, data) -> {
              seen.set(List.of(s, micros, data));
              return 0;
            },
            "data");

    advanceMicros(5_000);

    assertThat(seen.get()).isEqualTo(List.of(source, 1_000L, "data"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHandlerThatFails_switchesItsSourceOff_andTheLoopGoesOn(boolean byException) {
    TimeSource bad =
        loop.addTime(
            MONOTONIC,
            1_000,
            1,
            (s, micros, data) -> {
              if (byException) {
                throw new AssertionError("meant to fail");
              }
              return -1;
            },
            null);
    bad.setEnabled(ON);
    loop.addTime(MONOTONIC, 1_000, 1, note, "other");

    advanceMicros(1_000);
    advanceMicros(1_000);

    assertThat(bad.enabled()).isEqualTo(OFF);
    assertThat(fired).containsExactly("other");
    assertThat(loop.counters().handlerErrors()).isEqualTo(1);
  }

  @Test
  void aHandlerWhoseExceptionThrowsItself_doesNotEndTheLoop() {
    loop.addTime(MONOTONIC, 0, 1, (s, m, d) -> throwing(), null);
    loop.addTime(MONOTONIC, 0, 1, note, "other");

    loop.runOnce(0);

    assertThat(fired).containsExactly("other");
  }

  private static int throwing() {
    throw new IllegalStateException() {
      private static final long serialVersionUID = 1L;

      @Override
      public String getMessage() {
        throw new UnsupportedOperationException("no message");
      }
    };
  }

  @Test
  void withoutHandler_theLoopExitsWithTheUserData() {
    loop.addTime(MONOTONIC, 0, 1, null, 42);
    assertThat(loop.run()).isEqualTo(42);
    assertThat(loop.hasEnded()).isTrue();
  }

  @Test
  void withoutHandlerAndNumber_theLoopExitsWithZero() {
    loop.addTime(MONOTONIC, 0, 1, null, "no number");
    assertThat(loop.run()).isZero();
  }

  @Test
  void repeatingFromTheConfiguredTime_doesNotDrift() {
    TimeHandler repeat =
        (source, micros, data) -> {
          fired.add(micros);
          source.setTime(micros + 1_000);
          source.setEnabled(ONESHOT);
          return 0;
        };
    loop.addTime(MONOTONIC, 1_000, 1, repeat, null);

    advanceMicros(1_300);
    advanceMicros(1_300);
    advanceMicros(1_300);

    assertThat(fired).containsExactly(1_000L, 2_000L, 3_000L);
  }

  @Test
  void now_inAHandler_isTheTimeOfTheIteration() {
    TimeHandler slow =
        (source, micros, data) -> {
          clock.advance(Duration.ofMillis(5));
          fired.add(loop.now(MONOTONIC));
          return 0;
        };
    loop.addTime(MONOTONIC, 100, 1, slow, null);
    loop.addTime(MONOTONIC, 200, 1, slow, null);

    advanceMicros(1_000);

    assertThat(fired).containsExactly(1_000L, 1_000L);
    assertThat(loop.now(MONOTONIC)).isEqualTo(11_000);
  }

  @Test
  void aRelativeTime_countsFromTheIteration_andReadsAsAbsolute() {
    advanceMicros(500);
    TimeSource source = loop.addTimeRelative(MONOTONIC, 1_000, 1, note, null);
    assertThat(source.time()).isEqualTo(1_500);

    source.setTimeRelative(3_000);
    assertThat(source.time()).isEqualTo(3_500);
  }

  @Test
  void dueTogether_runByPriority_thenByTime_thenAsArmed() {
    loop.addTime(MONOTONIC, 300, 1, note, "late");
    loop.addTime(MONOTONIC, 200, 1, note, "first armed");
    loop.addTime(MONOTONIC, 200, 1, note, "second armed");
    loop.addTime(MONOTONIC, 900, 1, note, "urgent").setPriority(-1);
    loop.addTime(MONOTONIC, 100, 1, note, "idle").setPriority(1);

    advanceMicros(1_000);

    assertThat(fired).containsExactly("urgent", "first armed", "second armed", "late", "idle");
  }

  @Test
  void aSourceSwitchedOffMovedOrClosed_byAnEarlierHandler_doesNotFire() {
    List<TimeSource> later = new ArrayList<>();
    TimeHandler cancel =
        (source, micros, data) -> {
          later.get(0).setEnabled(OFF);
          later.get(1).setTime(5_000);
          later.get(2).close();
          return 0;
        };
    loop.addTime(MONOTONIC, 100, 1, cancel, null);
    for (int i = 0; i < 3; i++) {
      later.add(loop.addTime(MONOTONIC, 200, 1, note, "victim " + i));
    }

    advanceMicros(1_000);
    assertThat(fired).isEmpty();

    advanceMicros(10_000);
    assertThat(fired).containsExactly("victim 1");
  }

  @Test
  void aSourceAddedForNow_byAHandler_firesInTheNextIteration() {
    loop.addTime(
        MONOTONIC,
        0,
        1,
        (source, micros, data) -> {
          loop.addTime(MONOTONIC, 0, 1, note, "next");
          return 0;
        },
        null);

    loop.runOnce(0);
    assertThat(fired).isEmpty();
    loop.runOnce(0);
    assertThat(fired).containsExactly("next");
  }

  @Test
  void exit_byAHandler_keepsTheOthersFromRunning() {
    loop.addTime(
        MONOTONIC,
        0,
        1,
        (source, micros, data) -> {
          loop.exit(3);
          return 0;
        },
        null);
    loop.addTime(MONOTONIC, 1, 1, note, "other");
    clock.advanceNanos(1_000_000);

    assertThat(loop.run()).isEqualTo(3);
    assertThat(fired).isEmpty();
  }

  @Test
  void runOnce_inAHandler_isRefused() {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    loop.addTime(
        MONOTONIC,
        0,
        1,
        (source, micros, data) -> {
          assertThatThrownBy(() -> loop.runOnce(0))
              .satisfies(thrown::set)
              .isInstanceOf(IllegalStateException.class);
          return 0;
        },
        null);

    loop.runOnce(0);

    assertThat(thrown.get()).hasMessageContaining("runs already");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 5, Long.MAX_VALUE})
  void anyOriginOfTheClock_willDo(long origin) {
    ManualClock hostile = new ManualClock(origin);
    EventLoop other = EventLoop.builder().manual(hostile).build();
    other.addTimeRelative(MONOTONIC, 1_000, 1, note, "µs");
    other.alarms(MONOTONIC).create(1, () -> fired.add("ns")).arm(origin + 2_000_000);

    hostile.advanceNanos(999_000);
    other.runOnce(0);
    assertThat(fired).isEmpty();
    hostile.advanceNanos(1_000);
    other.runOnce(0);
    assertThat(fired).containsExactly("µs");
    hostile.advanceNanos(1_000_000);
    other.runOnce(0);
    assertThat(fired).containsExactly("µs", "ns");
  }

  @Test
  void anInterrupt_isKept_andEndsNothing() {
    loop.addTime(
        MONOTONIC,
        0,
        1,
        (source, micros, data) -> {
          Thread.currentThread().interrupt();
          loop.addTime(MONOTONIC, 0, 1, null, 9);
          return 0;
        },
        null);

    assertThat(loop.run()).isEqualTo(9);
    assertThat(Thread.interrupted()).isTrue();
  }
}
