package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.escapement.clock.ManualClock;
import org.escapement.timer.TimerStatus.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class StopTest {

  private final ManualClock clock = new ManualClock();
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private final ScriptedBody body = new ScriptedBody();

  private TimerControl begin(String attributes) {
    TimerControl timer = timers.add(Definitions.timer("interval=100ms;" + attributes), body);
    timers.start();
    return timer;
  }

  private static TimerStatus.Worker worker(TimerControl timer) {
    return timer.status().workers().get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "shared, waiting, end close",
    "shared, paused, end close",
    "shared, resting, end close",
    "shared, ended,",
    "shared, never begun,",
    "shared, paused before a new start, end close",
    "dedicated, waiting, end close",
    "dedicated, paused, end close",
    "dedicated, resting, end close",
    "dedicated, ended,",
    "dedicated, never begun,",
    "dedicated, paused before a new start, end close",
  })
  void stop_runsTheEndRouteOfARunThatHasBegun(String executor, String doing, String calls) {
    String kind = "type=1;executor=" + executor;
    if (doing.equals("resting")) {
      body.onLoop =
          context -> {
            context.rest();
            return 1;
          };
    }
    TimerControl timer = begin(doing.equals("never begun") ? kind + ";autostart=no" : kind);
    bringTo(doing, timer);
    body.takeCalls();

    assertThat(timers.stop(Duration.ZERO)).isEmpty();

    assertThat(body.takeCalls()).isEqualTo(calls == null ? "" : calls);
    clock.advance(Duration.ofSeconds(1));
    assertThat(body.takeCalls()).isEmpty();
    assertThat(timers.stop(Duration.ZERO)).as("a second stop").isEmpty();
    assertThat(worker(timer).resting()).isFalse();
  }

  private void bringTo(String doing, TimerControl timer) {
    switch (doing) {
      case "waiting" -> Await.until("a tick", () -> body.calls.contains("loop"));
      case "paused" -> {
        Await.until("a tick", () -> body.calls.contains("loop"));
        timer.pause(0);
        Await.until("paused", () -> worker(timer).paused());
      }
      case "resting" -> Await.until("resting", () -> worker(timer).resting());
      case "ended" -> {
        timer.end(0);
        Await.until("ended", () -> worker(timer).paused() && worker(timer).state() == State.END);
      }
      case "never begun" -> {}
      case "paused before a new start" -> {
        body.onLoop =
            context -> {
              timer.start(0);
              timer.pause(0);
              return 1;
            };
        timer.loop(0);
        Await.until("paused", () -> worker(timer).paused());
      }
      default -> throw new AssertionError(doing);
    }
  }

  @Test
  void stop_beforeTheStart_runsNothing() {
    timers.add(Definitions.timer("type=1;executor=dedicated"), body);

    assertThat(timers.stop(Duration.ZERO)).isEmpty();
    timers.start();

    assertThat(body.takeCalls()).isEmpty();
  }

  @Test
  void stop_ofThreadsThatNeverCame_doesNotWaitForThem() {
    TimerEnvironment manual = TimerEnvironment.manual(clock);
    TimerRegistry without =
        new TimerRegistry(
            new TimerEnvironment(
                manual.clocks(),
                manual.waiters(),
                manual.alarms(),
                (identity, task) -> {},
                manual.shared(),
                manual.threadIds(),
                64));
    without.add(Definitions.timer("type=1"), body);
    without.start();

    assertThat(without.stop(Duration.ZERO)).isEmpty();

    assertThat(body.takeCalls()).isEmpty();
  }

  @Test
  void stop_withinARoute_cutsThatRouteAtTheTimeout() {
    TimerControl timer = begin("type=0");
    body.onLoop =
        context -> {
          assertThat(timers.stop(Duration.ofNanos(1))).containsExactly("t/0");
          return 1;
        };
    body.takeCalls();
    try (LogCapture log = new LogCapture()) {
      clock.advance(Duration.ofSeconds(1));
      assertThat(log.records).isNotEmpty();
    }

    assertThat(body.takeCalls()).isEqualTo("loop");
    assertThat(worker(timer).ticks()).isEqualTo(1);
    assertThat(worker(timer).errors()).isZero();
  }

  @Test
  void stop_inAnEndRouteThatFails_dropsTheState() {
    begin("type=1");
    body.onEnd =
        context -> {
          throw new IllegalStateException();
        };
    body.takeCalls();
    try (LogCapture log = new LogCapture()) {
      assertThat(timers.stop(Duration.ZERO)).isEmpty();
      assertThat(log.records).hasSize(1);
    }

    assertThat(body.takeCalls()).isEqualTo("end close");
  }
}
