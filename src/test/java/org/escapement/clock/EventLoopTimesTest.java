package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escapement.clock.ClockId.MONOTONIC;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When time sources are due, relative times, and what {@code now} is. */
class EventLoopTimesTest extends LoopOnManualClock {

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
}
