package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.escapement.clock.ManualClock;
import org.junit.jupiter.api.Test;

class RestTest {

  private final ManualClock clock = new ManualClock(Long.MIN_VALUE);
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private final ScriptedBody body = new ScriptedBody();

  private TimerControl begin(String attributes) {
    TimerControl timer = timers.add(Definitions.timer("interval=100ms;" + attributes), body);
    timers.start();
    return timer;
  }

  private String callsAfterMillis(long millis) {
    clock.advance(Duration.ofMillis(millis));
    return body.takeCalls();
  }

  private static int rest(TimerContext timer) {
    timer.rest();
    return 1;
  }

  @Test
  void restingWorker_doesNotTickUntilItIsWokenAndThenAtOnce() {
    body.onLoop = RestTest::rest;
    TimerControl timer = begin("type=1");

    assertThat(callsAfterMillis(1_000)).isEqualTo("open start loop");
    assertThat(timer.status().workers().get(0).resting()).isTrue();
    body.onLoop = context -> 1;
    timer.wake(0);

    assertThat(callsAfterMillis(0)).isEqualTo("loop");
    assertThat(timer.status().workers().get(0).resting()).isFalse();
    assertThat(timer.status().workers().get(0).missed()).isZero();
    assertThat(callsAfterMillis(99)).isEmpty();
    assertThat(callsAfterMillis(1)).isEqualTo("loop");
  }

  @Test
  void basicTimer_loopsAnIntervalAfterTheWake() {
    body.onLoop = RestTest::rest;
    TimerControl timer = begin("type=0");
    callsAfterMillis(500);

    timer.wake(TimerControl.ALL);

    assertThat(callsAfterMillis(99)).isEmpty();
    assertThat(callsAfterMillis(1)).isEqualTo("loop");
  }

  @Test
  void wakeWithinTheRunThatRests_isNotLost() {
    body.onLoop =
        context -> {
          context.rest();
          if (body.calls.size() == 3) {
            timers.timer("t").wake(0);
          }
          return 1;
        };

    begin("type=1");

    assertThat(callsAfterMillis(50)).isEqualTo("open start loop loop");
  }

  @Test
  void wakeOfAWorkerThatDoesNotRest_cutsTheNextRestShortAndOnlyThat() {
    TimerControl timer = begin("type=1");
    body.takeCalls();

    timer.wake(0);
    timer.wake(0);
    assertThat(callsAfterMillis(99)).as("no extra tick").isEmpty();
    body.onLoop = RestTest::rest;

    assertThat(callsAfterMillis(1)).isEqualTo("loop loop");
    assertThat(callsAfterMillis(1_000)).isEmpty();
  }

  @Test
  void pause_outlastsAWake() {
    body.onLoop = RestTest::rest;
    TimerControl timer = begin("type=1");
    timer.pause(0);
    body.takeCalls();

    timer.wake(0);
    assertThat(callsAfterMillis(1_000)).isEmpty();
    assertThat(timer.status().workers().get(0).resting()).isFalse();

    timer.resume(0);
    assertThat(body.takeCalls()).isEqualTo("loop");
  }

  @Test
  void restAskedForByARunThatFails_isGranted() {
    body.onLoop =
        context -> {
          context.rest();
          throw new IllegalStateException("after all was done");
        };
    try (LogCapture log = new LogCapture()) {
      begin("type=1");

      assertThat(callsAfterMillis(1_000)).isEqualTo("open start loop");
      assertThat(log.records).isNotEmpty();
    }
  }
}
