package org.escapement.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.ManualClock;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerDefinitions;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimerRoutesTest {

  private final ManualClock clock = new ManualClock();
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private final FakeStates states = new FakeStates();
  private final RouteTable table = new RouteTable();
  private final Application application = new Application();

  /** Routes with and without a request. */
  static class Application {
    final List<String> calls = new ArrayList<>();
    int loopResult = 1;
    int startResult = 1;

    @Route("START")
    int start(SipServletRequest request) {
      calls.add("start " + request);
      return startResult;
    }

    @Route("LOOP")
    int loop(SipServletRequest request, TimerContext timer) {
      calls.add("loop " + request);
      return loopResult;
    }

    @Route("END")
    void end(SipServletRequest request) {
      calls.add("end " + request);
    }

    @Route("PLAIN_START")
    void plainStart() {
      calls.add("start");
    }

    @Route("PLAIN_LOOP")
    int plainLoop() {
      calls.add("loop");
      return loopResult;
    }

    @Route("PLAIN_END")
    void plainEnd() {
      calls.add("end");
    }
  }

  private TimerControl begin(String attributes) {
    Problems problems = new Problems();
    table.declare(RouteDeclaration.of(Application.class, problems), problems);
    table.bind(Application.class, application);
    TimerDefinitions definitions = new TimerDefinitions(problems);
    definitions.define("name=t;type=1;interval=100ms;" + attributes, Position.of("test"));
    TimerDefinition definition = definitions.build().get(0);
    problems.throwIfAny();
    timers.add(definition, TimerRoutes.factory(table, states, definition));
    timers.start();
    return timers.timer("t");
  }

  private String calls() {
    String line = String.join(", ", application.calls);
    application.calls.clear();
    return line;
  }

  @ParameterizedTest
  @CsvSource({
    "start=START;loop=PLAIN_LOOP;end=PLAIN_END, 1",
    "start=PLAIN_START;loop=LOOP;end=PLAIN_END, 1",
    "start=PLAIN_START;loop=PLAIN_LOOP;end=END, 1",
    "loop=LOOP, 1",
    "start=PLAIN_START;loop=PLAIN_LOOP;end=PLAIN_END, 0",
    "loop=PLAIN_LOOP, 0"
  })
  void request_isMadeAtTheBeginningAndOnlyForARouteThatTakesIt(String routes, int opened) {
    TimerControl timer = begin(routes);

    assertThat(states.opened).isEqualTo(opened);
    clock.advance(Duration.ofSeconds(1));
    assertThat(states.opened).isEqualTo(opened);
    timer.end(TimerControl.ALL);
    assertThat(states.closed).isEqualTo(opened);
  }

  @Test
  void request_isTheSameFromStartToEndAndAnotherInTheNextRun() {
    TimerControl timer = begin("start=START;loop=LOOP;end=END");
    clock.advance(Duration.ofMillis(100));
    timer.end(TimerControl.ALL);

    assertThat(calls()).isEqualTo("start request 1, loop request 1, loop request 1, end request 1");
    assertThat(states.closed).isEqualTo(1);

    timer.start(TimerControl.ALL);
    timer.end(TimerControl.ALL);

    assertThat(calls()).isEqualTo("start request 2, loop request 2, end request 2");
    assertThat(states.closed).isEqualTo(2);
  }

  @Test
  void workers_haveRequestsOfTheirOwn() {
    begin("nworkers=3;loop=LOOP");

    assertThat(calls()).isEqualTo("loop request 1, loop request 2, loop request 3");
  }

  @Test
  void loopBelowZero_endsTheRunAndDropsTheRequest() {
    application.loopResult = -1;
    begin("start=START;loop=LOOP;end=END");

    assertThat(calls()).isEqualTo("start request 1, loop request 1, end request 1");
    assertThat(states.closed).isEqualTo(1);
  }

  @Test
  void startBelowZero_runsTheEndRouteWithTheRequest() {
    application.startResult = -1;
    begin("start=START;loop=LOOP;end=END");

    assertThat(calls()).isEqualTo("start request 1, end request 1");
    assertThat(states.closed).isEqualTo(1);
  }

  @Test
  void loopAlone_needsNoOtherRoute() {
    TimerControl timer = begin("loop=PLAIN_LOOP");
    timer.end(TimerControl.ALL);

    assertThat(calls()).isEqualTo("loop");
  }

  @Test
  void manyRuns_leaveNoStateBehind() {
    TimerControl timer = begin("start=START;loop=LOOP;end=END");
    for (int i = 0; i < 1_000; i++) {
      timer.start(TimerControl.ALL);
    }
    timers.stop(Duration.ofSeconds(1));

    assertThat(states.opened).isEqualTo(1_001);
    assertThat(states.closed).isEqualTo(1_001);
  }
}
