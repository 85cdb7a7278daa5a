package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.escapement.clock.ManualClock;
import org.escapement.timer.TimerStatus.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FailingRouteTest {

  private final ManualClock clock = new ManualClock();
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private final ScriptedBody body = new ScriptedBody();
  private final LogCapture log = new LogCapture();

  @AfterEach
  void releaseLog() {
    log.close();
  }

  private TimerControl begin() {
    TimerControl timer = timers.add(Definitions.timer("type=1;interval=100ms"), body);
    timers.start();
    return timer;
  }

  private static ScriptedBody.Script throwing(Throwable failure) {
    return timer -> {
      throw failure;
    };
  }

  private static ScriptedBody.Script throwingOnce(Throwable failure) {
    boolean[] thrown = {false};
    return timer -> {
      if (!thrown[0]) {
        thrown[0] = true;
        throw failure;
      }
      return 1;
    };
  }

  @Test
  void loopThatThrows_isLoggedCountedAndTheNextTickComes() {
    Exception failure = new Exception("no route to host");
    body.onLoop = throwing(failure);
    TimerControl timer = begin();

    clock.advance(Duration.ofMillis(200));

    assertThat(body.takeCalls()).isEqualTo("open start loop loop loop");
    assertThat(timer.status().workers().get(0).errors()).isEqualTo(3);
    assertThat(timer.stats().total().errors()).isEqualTo(3);
    LogRecord record =
        log.records.stream()
            .filter(r -> r.getLevel().intValue() >= Level.SEVERE.intValue())
            .findFirst()
            .orElseThrow();
    assertThat(record.getThrown()).isSameAs(failure);
    assertThat(record.getMessage())
        .isEqualTo(
            "ESC001100: The LOOP route L of timer t failed in worker 0. The worker goes on; correct"
                + " the route.");
  }

  @Test
  void startThatThrows_goesToEnd() {
    body.onStart = throwing(new IllegalStateException());
    TimerControl timer = begin();

    clock.advance(Duration.ofMillis(200));

    assertThat(body.takeCalls()).isEqualTo("open start end close");
    assertThat(timer.status().workers().get(0).state()).isEqualTo(State.END);
    assertThat(timer.status().workers().get(0).errors()).isEqualTo(1);
  }

  @Test
  void endThatThrows_stillDropsTheStateAndCanBeResumed() {
    body.onEnd = throwing(new IllegalStateException());
    TimerControl timer = begin();
    body.takeCalls();

    timer.end(0);
    timer.resume(0);

    assertThat(body.takeCalls()).isEqualTo("end close open loop");
    assertThat(timer.status().workers().get(0).errors()).isEqualTo(1);
  }

  @Test
  void error_raisesAnAlarmAndTheWorkerGoesOn() {
    body.onLoop = throwing(new StackOverflowError("deep"));
    begin();

    clock.advance(Duration.ofMillis(100));

    assertThat(body.takeCalls()).isEqualTo("open start loop loop");
    assertThat(log.messages(Level.SEVERE))
        .hasSize(4)
        .filteredOn(message -> message.startsWith("ESC001101: ALARM: "))
        .hasSize(2)
        .first()
        .asString()
        .contains("java.lang.StackOverflowError: deep in the LOOP route L of timer t, worker 0");
  }

  @Test
  void openThatFailsBeforeStart_dropsWhatWasMadeAndEndsWithoutAnEndRoute() {
    body.onOpen = throwingOnce(new IllegalStateException("no factory"));
    TimerControl timer = begin();

    clock.advance(Duration.ofMillis(200));

    assertThat(body.takeCalls()).isEqualTo("open close");
    assertThat(timer.status().workers().get(0).state()).isEqualTo(State.END);
    assertThat(timer.status().workers().get(0).paused()).isTrue();
    timer.start(0);
    assertThat(body.takeCalls()).isEqualTo("open start loop");
  }

  @Test
  void openThatFailsBeforeLoop_isTriedAgainAtEachTick() {
    TimerControl timer = begin();
    timer.end(0);
    body.takeCalls();
    body.onOpen = throwing(new IllegalStateException("no factory"));

    timer.resume(0);
    assertThat(body.takeCalls()).isEqualTo("open close open close");
    clock.advance(Duration.ofMillis(100));
    assertThat(body.takeCalls()).isEqualTo("open close");
    body.onOpen = context -> 1;
    clock.advance(Duration.ofMillis(200));

    assertThat(body.takeCalls()).isEqualTo("open loop loop");
  }

  @Test
  void closeThatFails_isLoggedAndCounted() {
    body.onClose = throwing(new IllegalStateException());
    TimerControl timer = begin();

    timer.end(0);

    assertThat(timer.status().workers().get(0).errors()).isEqualTo(1);
    assertThat(log.messages(Level.SEVERE))
        .containsExactly(
            "ESC001102: The state of timer t, worker 0, was not dropped cleanly after its run. The"
                + " worker goes on.");
  }

  @Test
  void logThatFailsItself_doesNotEndTheWorker() {
    body.onLoop = throwing(new IllegalStateException());
    FailingLog failing = new FailingLog();
    try {
      begin();
      clock.advance(Duration.ofMillis(100));
    } finally {
      failing.close();
    }

    assertThat(failing.asked).isEqualTo(2);
    assertThat(body.takeCalls()).isEqualTo("open start loop loop");
  }

  private static final class FailingLog extends java.util.logging.Handler {

    private static final java.util.logging.Logger LOGGER =
        java.util.logging.Logger.getLogger("org.escapement.timer");

    private int asked;

    FailingLog() {
      LOGGER.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
      if (record.getThrown() != null) {
        asked++;
        throw new OutOfMemoryError("in the log");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      LOGGER.removeHandler(this);
    }
  }
}
