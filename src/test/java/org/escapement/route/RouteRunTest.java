package org.escapement.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.StandIn;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteRunTest {

  private final FakeStates states = new FakeStates();
  private final RouteTable table = new RouteTable();
  private final RouteRun run = new RouteRun(table, states, StandIn.of(TimerContext.class, "timer"));
  private final Nesting nesting = new Nesting();

  /** Routes that call each other. */
  static class Nesting {
    final List<String> calls = new ArrayList<>();
    int depth;
    int mostDepth = 256;

    @Route("outer")
    int outer(RouteContext context) throws Throwable {
      calls.add(context.route());
      int result = context.call("inner");
      calls.add(context.route() + " " + result);
      return result + 1;
    }

    @Route("inner")
    int inner(RouteContext context, SipServletRequest request) {
      calls.add(context.route() + " " + request);
      return 41;
    }

    @Route("deep")
    int deep(RouteContext context) throws Throwable {
      depth++;
      return depth == mostDepth ? depth : context.call("deep");
    }

    @Route("failing")
    void failing() {
      throw new UnsupportedOperationException("in vain");
    }

    @Route("catching")
    boolean catching(RouteContext context) throws Throwable {
      try {
        context.call("failing");
      } catch (UnsupportedOperationException e) {
        calls.add(context.route());
      }
      return true;
    }
  }

  @BeforeEach
  void bind() {
    Problems problems = new Problems();
    table.declare(RouteDeclaration.of(Nesting.class, problems), problems);
    problems.throwIfAny();
    table.bind(Nesting.class, nesting);
  }

  @Test
  void nestedRoute_hasItsNameAndTheSameRequest() throws Throwable {
    assertThat(run.run(table.route("outer"))).isEqualTo(42);
    assertThat(run.run(table.route("outer"))).isEqualTo(42);

    assertThat(nesting.calls)
        .containsExactly(
            "outer", "inner request 1", "outer 41", "outer", "inner request 1", "outer 41");
    assertThat(run.route()).isEmpty();
  }

  @Test
  void nesting_isBounded() throws Throwable {
    assertThat(run.run(table.route("deep"))).isEqualTo(RouteRun.MAX_DEPTH);

    nesting.depth = 0;
    nesting.mostDepth = RouteRun.MAX_DEPTH + 1;
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> run.run(table.route("deep")))
        .withMessage("route deep is nested deeper than 256 routes");
    assertThat(nesting.depth).isEqualTo(RouteRun.MAX_DEPTH);
  }

  @Test
  void boundReached_leavesTheWorkerAsBefore() throws Throwable {
    nesting.mostDepth = Integer.MAX_VALUE;
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> run.run(table.route("deep")));

    nesting.depth = 0;
    nesting.mostDepth = RouteRun.MAX_DEPTH;
    assertThat(run.run(table.route("deep"))).isEqualTo(RouteRun.MAX_DEPTH);
  }

  @Test
  void nestedRouteThatThrows_leavesTheOuterOneRunning() throws Throwable {
    assertThat(run.run(table.route("catching"))).isEqualTo(1);

    assertThat(nesting.calls).containsExactly("catching");
    assertThat(run.route()).isEmpty();
  }

  @Test
  void unknownRoute_isRefusedWithTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.call("iner"))
        .withMessage("no route iner; did you mean inner?");
  }

  @Test
  void request_isMadeAnewAfterClose() throws Throwable {
    SipServletRequest first = run.request();
    assertThat(run.request()).isSameAs(first);

    run.close();
    run.close();

    assertThat(states.closed).isEqualTo(1);
    assertThat(run.request()).isNotSameAs(first);
  }

  @Test
  void requestThatCannotBeMade_isTriedAgain() throws Throwable {
    states.refuses = true;
    assertThatExceptionOfType(ServletException.class)
        .isThrownBy(() -> run.run(table.route("inner")))
        .withMessage("no request today");

    states.refuses = false;
    assertThat(run.run(table.route("inner"))).isEqualTo(41);
  }

  /** Notes what it is told. */
  private static final class Notes implements RouteWatch {
    final List<String> notes = new ArrayList<>();
    boolean on;

    @Override
    public boolean isOn() {
      return on;
    }

    @Override
    public void called(String route, Position position, long nanos) {
      notes.add(route + " " + position + " " + (nanos > 0));
    }
  }

  @Test
  void watch_isToldOfEachCall_innerFirst_failedOnesToo() throws Throwable {
    Notes watch = new Notes();
    table.watch(watch);
    run.run(table.route("outer"));
    assertThat(watch.notes).isEmpty();

    watch.on = true;
    run.run(table.route("outer"));
    run.run(table.route("catching"));

    String type = Nesting.class.getName();
    assertThat(watch.notes)
        .containsExactly(
            "inner " + type + ".inner true",
            "outer " + type + ".outer true",
            "failing " + type + ".failing true",
            "catching " + type + ".catching true");
  }
}
