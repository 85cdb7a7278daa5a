package org.escapement.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.escapement.timer.Distribution;
import org.junit.jupiter.api.Test;

class TimerReadingsTest {

  private final Timers timers = new Timers();
  private final TimerReadings readings = new TimerReadings(timers.registry, timers.clock);

  @Test
  void numbers_areThoseOfTheTimer_copiedOnceASecond() {
    timers.add("t", "type=1;interval=100ms;nworkers=2");
    timers.pass(Duration.ofSeconds(1));
    assertThat(readings.total("t").ticks()).isEqualTo(22);
    assertThat(readings.worker("t", 1).ticks()).isEqualTo(11);

    timers.pass(Duration.ofMillis(500));
    assertThat(readings.total("t").ticks()).isEqualTo(22);

    timers.pass(Duration.ofMillis(500));
    assertThat(readings.total("t").ticks()).isEqualTo(42);
  }

  @Test
  void unknownTimer_readsAsNothing() {
    assertThat(readings.total("t")).isNull();
    assertThat(readings.worker("t", 0)).isNull();
    assertThat(readings.recentLateness("t").count()).isZero();
  }

  @Test
  void recent_isOfTheLastOneToTwoMinutes() {
    boolean[] slow = {true};
    timers.add(
        "t",
        "type=1;interval=1s",
        context -> {
          if (slow[0]) {
            timers.clock.advance(Duration.ofMillis(300));
          }
        });
    timers.pass(Duration.ofSeconds(10));
    assertThat(readings.recentRunTime("t").maxNanos()).isGreaterThan(290_000_000);

    slow[0] = false;
    for (int i = 0; i < 3; i++) {
      timers.pass(Duration.ofSeconds(61));
      Distribution unused = readings.recentRunTime("t");
    }

    assertThat(readings.recentRunTime("t").maxNanos()).isZero();
    assertThat(readings.recentRunTime("t").count()).isBetween(60L, 125L);
    assertThat(readings.total("t").runTime().maxNanos()).isGreaterThan(290_000_000);
  }

  @Test
  void timerThatWasAddedAnew_countsFromItsNewBeginning() {
    timers.add("t", "type=1;interval=100ms");
    timers.pass(Duration.ofSeconds(100));
    assertThat(readings.recentLateness("t").count()).isEqualTo(1001);

    timers.registry.remove("t");
    timers.add("t", "type=1;interval=100ms");
    timers.pass(Duration.ofSeconds(2));

    assertThat(readings.recentLateness("t").count()).isEqualTo(21);
  }
}
