package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.escapement.clock.ManualClock;
import org.junit.jupiter.api.Test;

class TimerStatsTest {

  private final ManualClock clock = new ManualClock(Long.MAX_VALUE);
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private final ScriptedBody body = new ScriptedBody();

  @Test
  void loopRuns_areCountedAndMeasured() {
    body.onLoop =
        context -> {
          clock.advance(Duration.ofMillis(context.worker() == 0 ? 10 : 0));
          return 1;
        };
    TimerControl timer = timers.add(Definitions.timer("type=1;interval=100ms;nworkers=2"), body);
    timers.start();
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofMillis(100));
    }

    TimerStats stats = timer.stats();

    assertThat(stats.timer()).isEqualTo("t");
    TimerStats.Worker first = stats.workers().get(0);
    assertThat(first.worker()).isZero();
    assertThat(first.runTime().count()).isEqualTo(first.ticks());
    assertThat(first.runTime().percentileNanos(50)).isBetween(9_900_000L, 10_100_000L);
    assertThat(first.runTime().minNanos()).isBetween(9_900_000L, 10_100_000L);
    assertThat(first.runTime().meanNanos()).isBetween(9_900_000.0, 10_100_000.0);
    TimerStats.Worker second = stats.workers().get(1);
    assertThat(second.runTime().maxNanos()).isZero();
    assertThat(stats.total().ticks()).isEqualTo(first.ticks() + second.ticks()).isPositive();
    assertThat(stats.total().worker()).isEqualTo(TimerControl.ALL);
    assertThat(stats.total().runTime().count()).isEqualTo(stats.total().ticks());
    assertThat(stats.total().runTime().maxNanos()).isBetween(9_900_000L, 10_100_000L);
  }

  @Test
  void overruns_areRunsThatMissedDueTimesAndMissedIsTheirNumber() {
    int[] runs = {0};
    body.onLoop =
        context -> {
          if (runs[0]++ % 2 == 0) {
            clock.advance(Duration.ofMillis(350));
          }
          return 1;
        };
    TimerControl timer = timers.add(Definitions.timer("type=1;interval=100ms;missed=skip"), body);
    timers.start();

    clock.advance(Duration.ofMillis(200));

    TimerStats.Worker total = timer.stats().total();
    assertThat(total.ticks()).isEqualTo(3);
    assertThat(total.overruns()).isEqualTo(2);
    assertThat(total.missed()).isEqualTo(6);
  }

  @Test
  void withoutRuns_everythingIsZero() {
    TimerControl timer = timers.add(Definitions.timer("type=1"), body);

    Distribution lateness = timer.stats().total().lateness();

    assertThat(lateness.count()).isZero();
    assertThat(lateness.minNanos()).isZero();
    assertThat(lateness.maxNanos()).isZero();
    assertThat(lateness.percentileNanos(99.9)).isZero();
    assertThat(lateness.meanNanos()).isZero();
  }

  @Test
  void durationsOutOfRange_areCut() {
    DurationRecorder recorder = new DurationRecorder();

    recorder.record(-1);
    recorder.record(Long.MAX_VALUE);

    assertThat(recorder.copy().count()).isEqualTo(2);
    assertThat(recorder.copy().minNanos()).isZero();
    assertThat(recorder.copy().maxNanos()).isBetween(3_600_000_000_000L, 3_636_000_000_000L);
  }

  @Test
  void copies_takeNothingAwayAndMayBeTakenWhileRecording() throws Exception {
    int total = 200_000;
    DurationRecorder recorder = new DurationRecorder();
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Boolean> reader =
        CompletableFuture.supplyAsync(
            () -> {
              long last = 0;
              while (!done.get()) {
                long count = recorder.copy().count();
                if (count < last) {
                  return false;
                }
                last = count;
              }
              return true;
            });
    for (int i = 0; i < total; i++) {
      recorder.record(i);
    }
    done.set(true);

    assertThat(reader.get(30, TimeUnit.SECONDS)).as("the count never sinks").isTrue();
    assertThat(recorder.copy().count()).isEqualTo(total);
    assertThat(recorder.copy().count()).isEqualTo(total);
  }

  @Test
  void copy_doesNotChangeLater() {
    DurationRecorder recorder = new DurationRecorder();
    recorder.record(1_000);
    Distribution copy = recorder.copy();

    recorder.record(2_000);

    assertThat(copy.count()).isEqualTo(1);
    assertThat(copy.maxNanos()).isBetween(1_000L, 1_010L);
  }
}
