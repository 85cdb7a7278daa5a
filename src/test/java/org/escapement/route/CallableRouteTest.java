package org.escapement.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.escapement.StandIn;
import org.escapement.text.Problems;
import org.escapement.timer.TimerContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallableRouteTest {

  private final TimerContext timer = StandIn.of(TimerContext.class, "timer");
  private final FakeStates states = new FakeStates();
  private final RouteTable table = new RouteTable();
  private final TimerRun run = new TimerRun(table, states, timer);

  private CallableRoute route(Object target, String name) {
    Problems problems = new Problems();
    table.declare(RouteDeclaration.of(target.getClass(), problems), problems);
    problems.throwIfAny();
    table.bind(target.getClass(), target);
    return table.route(name);
  }

  /** Every order of every choice of parameters. */
  static class AllOrders extends Notes {
    @Route("none")
    int none() {
      return note();
    }

    @Route("t")
    int t(TimerContext t) {
      return note(t);
    }

    @Route("r")
    int r(SipServletRequest r) {
      return note(r);
    }

    @Route("c")
    int c(RouteContext c) {
      return note(c);
    }

    @Route("tr")
    int tr(TimerContext t, SipServletRequest r) {
      return note(t, r);
    }

    @Route("rt")
    int rt(SipServletRequest r, TimerContext t) {
      return note(r, t);
    }

    @Route("tc")
    int tc(TimerContext t, RouteContext c) {
      return note(t, c);
    }

    @Route("ct")
    int ct(RouteContext c, TimerContext t) {
      return note(c, t);
    }

    @Route("rc")
    int rc(SipServletRequest r, RouteContext c) {
      return note(r, c);
    }

    @Route("cr")
    int cr(RouteContext c, SipServletRequest r) {
      return note(c, r);
    }

    @Route("trc")
    int trc(TimerContext t, SipServletRequest r, RouteContext c) {
      return note(t, r, c);
    }

    @Route("tcr")
    int tcr(TimerContext t, RouteContext c, SipServletRequest r) {
      return note(t, c, r);
    }

    @Route("rtc")
    int rtc(SipServletRequest r, TimerContext t, RouteContext c) {
      return note(r, t, c);
    }

    @Route("rct")
    int rct(SipServletRequest r, RouteContext c, TimerContext t) {
      return note(r, c, t);
    }

    @Route("ctr")
    int ctr(RouteContext c, TimerContext t, SipServletRequest r) {
      return note(c, t, r);
    }

    @Route("crt")
    int crt(RouteContext c, SipServletRequest r, TimerContext t) {
      return note(c, r, t);
    }
  }

  /** Notes what it was given. */
  static class Notes {
    final List<Object> given = new ArrayList<>();

    int note(Object... parameters) {
      given.addAll(List.of(parameters));
      return parameters.length;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none", "t", "r", "c", "tr", "rt", "tc", "ct", "rc", "cr", "trc", "tcr", "rtc", "rct",
        "ctr", "crt"
      })
  void parameters_areGivenInTheOrderOfTheMethod(String name) throws Throwable {
    AllOrders target = new AllOrders();
    CallableRoute route = route(target, name);
    String letters = name.equals("none") ? "" : name;

    assertThat(run.run(route)).isEqualTo(letters.length());

    List<Object> expected =
        letters
            .chars()
            .<Object>mapToObj(c -> c == 't' ? timer : c == 'r' ? states.request : run)
            .toList();
    assertThat(target.given).isEqualTo(expected);
    assertThat(route.takesRequest()).isEqualTo(letters.contains("r"));
    assertThat(states.opened).isEqualTo(letters.contains("r") ? 1 : 0);
  }

  /** Every result. */
  static class Results {
    @Route("minus")
    int minus() {
      return Integer.MIN_VALUE;
    }

    @Route("plus")
    public int plus() {
      return 42;
    }

    @Route("true")
    protected boolean yes() {
      return true;
    }

    @Route("false")
    boolean no(TimerContext timer) {
      return false;
    }

    @Route("void")
    void nothing(RouteContext context) {}
  }

  @ParameterizedTest
  @CsvSource({"minus, -2147483648", "plus, 42", "true, 1", "false, -1", "void, 1"})
  void result_isAnInt(String name, int result) throws Throwable {
    assertThat(run.run(route(new Results(), name))).isEqualTo(result);
  }

  /** Throws what a route may throw. */
  static class Throwing {
    @Route("checked")
    void checked() throws IOException {
      throw new IOException("as it is");
    }

    @Route("error")
    boolean error() {
      throw new AssertionError("as it is");
    }
  }

  @ParameterizedTest
  @CsvSource({"checked, java.io.IOException", "error, java.lang.AssertionError"})
  void exception_comesThroughAsItIs(String name, Class<?> type) {
    CallableRoute route = route(new Throwing(), name);

    assertThatThrownBy(() -> run.run(route)).isExactlyInstanceOf(type).hasMessage("as it is");
  }

  @Test
  void routeWithoutAnInstance_saysWhatToDo() {
    Problems problems = new Problems();
    table.declare(RouteDeclaration.of(Results.class, problems), problems);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> run.run(table.route("plus")))
        .withMessage(
            "route plus has no instance of "
                + Results.class.getName()
                + " yet; give the servlet a load-on-startup");
  }

  /** Returns what it was made with. */
  static class Valued {
    private final int value;

    Valued(int value) {
      this.value = value;
    }

    @Route("value")
    int value() {
      return value;
    }
  }

  @Test
  void secondBinding_replacesTheFirst() throws Throwable {
    route(new Valued(1), "value");
    table.bind(Valued.class, new Valued(2));

    assertThat(run.run(table.route("value"))).isEqualTo(2);
  }

  static class DerivedValue extends Valued {
    DerivedValue() {
      super(3);
    }
  }

  @Test
  void inheritedRoute_runsOnTheInstanceOfItsOwner() throws Throwable {
    assertThat(run.run(route(new DerivedValue(), "value"))).isEqualTo(3);
  }

  /** Counts its runs. */
  static class Counting {
    private long runs;

    @Route("int")
    int number(SipServletRequest request, TimerContext timer, RouteContext context) {
      runs++;
      return 1;
    }

    @Route("boolean")
    boolean flag(TimerContext timer) {
      runs++;
      return runs > 0;
    }

    @Route("void")
    void nothing() {
      runs++;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"int", "boolean", "void"})
  void invocation_allocatesNothing(String name) throws Throwable {
    int runs = 100_000;
    long toleranceBytes = 1_000;
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Counting target = new Counting();
    CallableRoute route = route(target, name);
    long bytes = Long.MAX_VALUE;
    for (int warm = 0; warm < 4; warm++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < runs; i++) {
        run.run(route);
      }
      bytes = threads.getCurrentThreadAllocatedBytes() - before;
    }

    assertThat(target.runs).isEqualTo(4L * runs);
    assertThat(bytes).isLessThan(toleranceBytes);
  }
}
