package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.escapement.clock.ManualClock;
import org.junit.jupiter.api.Test;

class TimerLifeTest {

  private final ManualClock clock = new ManualClock(Long.MAX_VALUE - 50_000_000);
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private final ScriptedBody body = new ScriptedBody();

  private TimerControl begin(String attributes) {
    TimerControl timer = timers.add(Definitions.timer(attributes), body);
    timers.start();
    return timer;
  }

  private String callsAfterMillis(long millis) {
    clock.advance(Duration.ofMillis(millis));
    return body.takeCalls();
  }

  @Test
  void basicTimer_firstLoopComesOneIntervalAfterStart() {
    begin("interval=100ms");

    assertThat(body.takeCalls()).isEqualTo("open start");
    assertThat(callsAfterMillis(99)).isEmpty();
    assertThat(callsAfterMillis(1)).isEqualTo("loop");
  }

  @Test
  void basicTimer_periodIsIntervalPlusRunTime() {
    body.onLoop =
        timer -> {
          clock.advance(Duration.ofMillis(30));
          return 1;
        };
    begin("interval=100ms");

    assertThat(callsAfterMillis(100)).isEqualTo("open start loop");
    assertThat(callsAfterMillis(99)).isEmpty();
    assertThat(callsAfterMillis(1)).isEqualTo("loop");
  }

  @Test
  void syncTimer_firstLoopRunsAtOnceAndThenOnTheGrid() {
    begin("type=1;interval=100ms");

    assertThat(body.takeCalls()).isEqualTo("open start loop");
    assertThat(callsAfterMillis(99)).isEmpty();
    assertThat(callsAfterMillis(1)).isEqualTo("loop");
    assertThat(callsAfterMillis(1000)).isEqualTo("loop ".repeat(10).strip());
  }

  @Test
  void startBelowZero_runsEndAndPauses() {
    body.onStart = timer -> -1;
    TimerControl timer = begin("interval=100ms");

    assertThat(callsAfterMillis(1000)).isEqualTo("open start end close");
    assertThat(timer.status().workers().get(0).state()).isEqualTo(TimerStatus.State.END);
    assertThat(timer.status().workers().get(0).paused()).isTrue();
  }

  @Test
  void loopBelowZero_runsEndAndPauses() {
    body.onLoop = timer -> -1;
    begin("type=1;interval=100ms");

    assertThat(callsAfterMillis(1000)).isEqualTo("open start loop end close");
  }

  @Test
  void stop_runsTheEndRouteOnceAndNothingAfterwards() {
    TimerControl timer = begin("type=1;interval=100ms");
    body.takeCalls();

    assertThat(timers.stop(Duration.ofSeconds(1))).isEmpty();

    assertThat(body.takeCalls()).isEqualTo("end close");
    timer.start(TimerControl.ALL);
    assertThat(callsAfterMillis(1000)).isEmpty();
  }
}
