package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.escapement.clock.ClockId.MONOTONIC;
import static org.escapement.clock.TimeSource.Mode.OFF;
import static org.escapement.clock.TimeSource.Mode.ON;
import static org.escapement.clock.TimeSource.Mode.ONESHOT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;

/** How often time sources fire, in which order, and no longer once they were cancelled. */
class EventLoopModesTest extends LoopOnManualClock {

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
  void repeatingFromTheConfiguredTime_doesNotDrift() {
    repeatLate((source, micros) -> source.setTime(micros + 1_000));

    assertThat(fired).containsExactly(1_000L, 2_000L, 3_000L);
  }

  @Test
  void repeatingFromNow_accumulatesTheLatency() {
    repeatLate((source, micros) -> source.setTimeRelative(1_000));

    assertThat(fired).containsExactly(1_000L, 2_300L, 3_600L);
  }

  /** Three runs, each of which begins 300 µs late and sets the next time. */
  private void repeatLate(ObjLongConsumer<TimeSource> move) {
    TimeHandler repeat =
        (source, micros, data) -> {
          fired.add(micros);
          move.accept(source, micros);
          source.setEnabled(ONESHOT);
          return 0;
        };
    loop.addTime(MONOTONIC, 1_000, 1, repeat, null);

    advanceMicros(1_300);
    advanceMicros(1_300);
    advanceMicros(1_300);
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
}
