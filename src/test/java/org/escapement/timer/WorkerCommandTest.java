package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.escapement.clock.ManualClock;
import org.escapement.timer.TimerStatus.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every command in every state of a worker. */
class WorkerCommandTest {

  private final ManualClock clock = new ManualClock(-1);
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private final ScriptedBody body = new ScriptedBody();
  private TimerControl timer;

  /** What a worker can be doing when a command comes. */
  enum Doing {
    NOT_STARTED,
    IN_START,
    WAITING,
    IN_LOOP,
    IN_LAST_LOOP,
    PAUSED,
    RESTING,
    PAUSED_RESTING,
    IN_END,
    ENDED,
    STOPPED
  }

  private void begin(String attributes) {
    timer = timers.add(Definitions.timer("interval=100ms;" + attributes), body);
    timers.start();
  }

  private ScriptedBody.Script once(Runnable command, int result) {
    boolean[] done = {false};
    return context -> {
      if (!done[0]) {
        done[0] = true;
        body.calls.clear();
        command.run();
        return result;
      }
      return 1;
    };
  }

  /** Brings the worker there and gives the command; what was called before is forgotten. */
  private void during(Doing doing, String type, Runnable command) {
    switch (doing) {
      case NOT_STARTED -> begin(type + ";autostart=no");
      case IN_START -> body.onStart = once(command, 1);
      case IN_LOOP -> body.onLoop = once(command, 1);
      case IN_LAST_LOOP -> body.onLoop = once(command, -1);
      case RESTING, PAUSED_RESTING ->
          body.onLoop =
              context -> {
                context.rest();
                return 1;
              };
      case IN_END -> body.onEnd = once(command, 1);
      case WAITING, PAUSED, ENDED, STOPPED -> {}
    }
    if (doing != Doing.NOT_STARTED) {
      begin(type);
      clock.advance(Duration.ofMillis(100));
    }
    switch (doing) {
      case PAUSED, PAUSED_RESTING -> timer.pause(0);
      case IN_END, ENDED -> timer.end(0);
      case STOPPED -> timers.stop(Duration.ZERO);
      default -> {}
    }
    switch (doing) {
      case IN_START, IN_LOOP, IN_LAST_LOOP, IN_END -> {}
      default -> {
        body.calls.clear();
        command.run();
      }
    }
  }

  private void give(String command) {
    Consumer<Integer> method =
        switch (command) {
          case "pause" -> timer::pause;
          case "resume" -> timer::resume;
          case "start" -> timer::start;
          case "loop" -> timer::loop;
          case "end" -> timer::end;
          default -> throw new IllegalArgumentException(command);
        };
    method.accept(0);
  }

  private TimerStatus.Worker worker() {
    return timer.status().workers().get(0);
  }

  /** Paused workers rest in vain here, since a wake does not resume them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # doing       | command | calls from then on within the present interval | state | paused
          NOT_STARTED   | pause   |                              | START | true
          NOT_STARTED   | resume  | open start loop              | LOOP  | false
          NOT_STARTED   | start   | open start loop              | LOOP  | false
          NOT_STARTED   | loop    | open loop                    | LOOP  | false
          NOT_STARTED   | end     | open end close               | END   | true
          WAITING       | pause   |                              | LOOP  | true
          WAITING       | resume  |                              | LOOP  | false
          WAITING       | start   | close open start loop        | LOOP  | false
          WAITING       | loop    | loop                         | LOOP  | false
          WAITING       | end     | end close                    | END   | true
          PAUSED        | pause   |                              | LOOP  | true
          PAUSED        | resume  | loop                         | LOOP  | false
          PAUSED        | start   | close open start loop        | LOOP  | false
          PAUSED        | loop    | loop                         | LOOP  | false
          PAUSED        | end     | end close                    | END   | true
          RESTING       | pause   |                              | LOOP  | true
          RESTING       | resume  |                              | LOOP  | false
          RESTING       | start   | close open start loop        | LOOP  | false
          RESTING       | loop    | loop                         | LOOP  | false
          RESTING       | end     | end close                    | END   | true
          PAUSED_RESTING | pause  |                              | LOOP  | true
          PAUSED_RESTING | resume |                              | LOOP  | false
          PAUSED_RESTING | start  | close open start loop        | LOOP  | false
          PAUSED_RESTING | loop   | loop                         | LOOP  | false
          PAUSED_RESTING | end    | end close                    | END   | true
          ENDED         | pause   |                              | END   | true
          ENDED         | resume  | open loop                    | LOOP  | false
          ENDED         | start   | open start loop              | LOOP  | false
          ENDED         | loop    | open loop                    | LOOP  | false
          ENDED         | end     |                              | END   | true
          STOPPED       | pause   |                              | END   | true
          STOPPED       | resume  |                              | END   | true
          STOPPED       | start   |                              | END   | true
          STOPPED       | loop    |                              | END   | true
          STOPPED       | end     |                              | END   | true
          """)
  void command_toAWorkerThatRunsNoRoute(
      Doing doing, String command, String calls, State state, boolean paused) {
    during(doing, "type=1", () -> give(command));

    assertThat(body.takeCalls()).isEqualTo(calls == null ? "" : calls);
    assertThat(worker().state()).isEqualTo(state);
    assertThat(worker().paused()).isEqualTo(paused);
    clock.advance(Duration.ofMillis(99));
    assertThat(body.takeCalls()).isEqualTo("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # doing      | command | calls from then on, up to the next due time | state | paused
          IN_START     | pause   |                              | LOOP  | true
          IN_START     | resume  | loop loop                    | LOOP  | false
          IN_START     | start   | close open start loop loop   | LOOP  | false
          IN_START     | loop    | loop loop                    | LOOP  | false
          IN_START     | end     | end close                    | END   | true
          IN_LOOP      | pause   |                              | LOOP  | true
          IN_LOOP      | resume  | loop                         | LOOP  | false
          IN_LOOP      | start   | close open start loop loop   | LOOP  | false
          IN_LOOP      | loop    | loop loop                    | LOOP  | false
          IN_LOOP      | end     | end close                    | END   | true
          IN_LAST_LOOP | pause   | end close                    | END   | true
          IN_LAST_LOOP | resume  | end close                    | END   | true
          IN_LAST_LOOP | start   | close open start loop loop   | LOOP  | false
          IN_LAST_LOOP | loop    | loop loop                    | LOOP  | false
          IN_LAST_LOOP | end     | end close                    | END   | true
          """)
  void command_whileARouteRuns_isTakenWhenItReturns(
      Doing doing, String command, String calls, State state, boolean paused) {
    during(doing, "type=1", () -> give(command));

    assertThat(body.takeCalls()).isEqualTo(calls == null ? "" : calls);
    assertThat(worker().state()).isEqualTo(state);
    assertThat(worker().paused()).isEqualTo(paused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pause  | close                 | END  | true
          resume | close open loop       | LOOP | false
          start  | close open start loop | LOOP | false
          loop   | close open loop       | LOOP | false
          end    | close                 | END  | true
          """)
  void command_whileTheEndRouteRuns_isTakenWhenTheStateIsDropped(
      String command, String calls, State state, boolean paused) {
    during(Doing.IN_END, "type=1", () -> give(command));

    assertThat(body.takeCalls()).isEqualTo(calls);
    assertThat(worker().state()).isEqualTo(state);
    assertThat(worker().paused()).isEqualTo(paused);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # doing  | command | at once          | one interval later
          WAITING  | start   | close open start | loop
          WAITING  | loop    | loop             | loop
          PAUSED   | resume  |                  | loop
          PAUSED   | loop    | loop             | loop
          ENDED    | resume  | open             | loop
          ENDED    | loop    | open             | loop
          """)
  void command_toABasicTimer_loopsAnIntervalLaterUnlessToldToLoop(
      Doing doing, String command, String atOnce, String later) {
    during(doing, "type=0", () -> give(command));

    assertThat(body.takeCalls()).isEqualTo(atOnce == null ? "" : atOnce);
    clock.advance(Duration.ofMillis(99));
    assertThat(body.takeCalls()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(body.takeCalls()).isEqualTo(later);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pause,resume       | loop                  | LOOP | false
          resume,pause       |                       | LOOP | true
          start,pause        |                       | START | true
          pause,start        | close open start loop loop | LOOP | false
          end,resume         | end close             | END  | true
          end,pause          | end close             | END  | true
          end,start          | close open start loop loop | LOOP | false
          start,end          | end close             | END  | true
          loop,end,loop      | loop loop             | LOOP | false
          start,pause,resume | close open start loop loop | LOOP | false
          """)
  void commandsGivenInOneRoute_countInTheirOrder(
      String commands, String calls, State state, boolean paused) {
    during(
        Doing.IN_LOOP,
        "type=1",
        () -> {
          for (String command : commands.split(",", -1)) {
            give(command);
          }
        });

    assertThat(body.takeCalls()).isEqualTo(calls == null ? "" : calls);
    assertThat(worker().state()).isEqualTo(state);
    assertThat(worker().paused()).isEqualTo(paused);
  }
}
