package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerFaultException;
import org.escapement.timer.TimerStatus;
import org.escapement.timer.TimerStatus.State;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Timers and routes as an application in the server has them. */
@ExtendWith(ArquillianExtension.class)
class TimersIT {

  private static final String CONFIGURATION =
      """
      loadmodule "ptimer"
      modparam("ptimer", "default_type", 1)
      modparam("ptimer", "default_interval", "5ms")
      modparam("ptimer", "timer", "name=servlet")
      modparam("ptimer", "loop", "timer=servlet;route=SERVLET")
      modparam("ptimer", "timer", "name=bean")
      modparam("ptimer", "loop", "timer=bean;route=BEAN")
      modparam("ptimer", "timer", "name=ejb")
      modparam("ptimer", "loop", "timer=ejb;route=EJB")
      modparam("ptimer", "timer", "name=parameters")
      modparam("ptimer", "start", "timer=parameters;route=REQUEST_CONTEXT_TIMER")
      modparam("ptimer", "loop", "timer=parameters;route=TIMER_REQUEST")
      modparam("ptimer", "end", "timer=parameters;route=CONTEXT_REQUEST")
      modparam("ptimer", "timer", "name=minus_one")
      modparam("ptimer", "start", "timer=minus_one;route=MINUS_ONE")
      modparam("ptimer", "loop", "timer=minus_one;route=NOTHING")
      modparam("ptimer", "timer", "name=false")
      modparam("ptimer", "start", "timer=false;route=FALSE")
      modparam("ptimer", "loop", "timer=false;route=NOTHING")
      modparam("ptimer", "timer", "name=true")
      modparam("ptimer", "start", "timer=true;route=TRUE")
      modparam("ptimer", "loop", "timer=true;route=NOTHING")
      modparam("ptimer", "timer", "name=stumbling;interval=10ms;missed=burst;autostart=no")
      modparam("ptimer", "loop", "timer=stumbling;route=STUMBLING")
      """;

  @Inject private RouteTimers timers;

  @Deployment
  static WebArchive deployment() {
    return Wars.application(
            "timers",
            CONFIGURATION,
            TimedRoutes.RoutedServlet.class,
            TimedRoutes.class,
            TimedRoutes.SlowServlet.class,
            TimedRoutes.RoutedBean.class,
            RoutedEjb.class,
            TimedRoutes.Parameters.class,
            TimedRoutes.Results.class,
            TimedRoutes.Stumbling.class,
            TimedRoutes.Annotated.class,
            Await.class)
        .addAsLibraries(Wars.assertions());
  }

  @Test
  void list_annotatedTimersThenThoseOfTheFile_inOrder() {
    assertThat(names(timers))
        .containsExactly(
            "on_class",
            "on_method",
            "servlet",
            "bean",
            "ejb",
            "parameters",
            "minus_one",
            "false",
            "true",
            "stumbling");
  }

  @Test
  @SuppressWarnings("BanJNDI") // the look-up, by names of our own, is what is tested
  void lookup_globalAndApplicationNames_giveTheSameTimers() throws NamingException {
    for (String name : List.of("java:global/timers/RouteTimers", "java:app/timers/RouteTimers")) {
      assertThat(names((RouteTimers) InitialContext.doLookup(name))).isEqualTo(names(timers));
    }
  }

  @Test
  void timer_unknownName_isA404() {
    assertThatThrownBy(() -> timers.timer("sevlet"))
        .isInstanceOf(TimerFaultException.class)
        .hasMessage("Could not find timer sevlet")
        .extracting(e -> ((TimerFaultException) e).code())
        .isEqualTo(404);
  }

  @Test
  void timers_startOnlyWhenTheLastServletWithRoutesIsInitialised() {
    awaitTicks("bean", 1);
    assertThat(TimedRoutes.SlowServlet.TICKED_EARLY).isFalse();
  }

  @Test
  void route_onServlet_runsOnTheContainersInstance() {
    awaitTicks("servlet", 3);
    assertThat(TimedRoutes.RoutedServlet.INITIALISED).hasValue(1);
    Await.until(
        () -> "runs on the initialised servlet",
        () -> TimedRoutes.RoutedServlet.RUNS_ON_IT.get() >= 3);
    assertThat(errors("servlet")).isZero();
  }

  @Test
  void route_packagePrivateOnApplicationScopedBean_runsOnTheBeanItself() {
    Await.until(
        () -> "runs on the constructed bean", () -> TimedRoutes.RoutedBean.RUNS_ON_IT.get() >= 3);
    assertThat(errors("bean")).isZero();
  }

  @Test
  void route_onEnterpriseBean_runs() {
    Await.until(() -> "runs of the enterprise bean", () -> RoutedEjb.RUNS.get() >= 3);
    assertThat(errors("ejb")).isZero();
  }

  @Test
  void route_parametersInAnyOrder_areGiven() {
    awaitEnd("parameters");
    assertThat(TimedRoutes.Parameters.SEEN)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "REQUEST_CONTEXT_TIMER",
                "OPTIONS parameters/0",
                "TIMER_REQUEST",
                "OPTIONS parameters/0",
                "CONTEXT_REQUEST",
                "OPTIONS",
                "CALLED",
                "parameters"));
  }

  @Test
  void start_resultBelowZeroOrFalse_endsTheRun_elseLoops() {
    awaitEnd("minus_one");
    awaitEnd("false");
    awaitTicks("true", 1);
    assertThat(worker("minus_one").ticks()).isZero();
    assertThat(worker("false").ticks()).isZero();
  }

  @Test
  void loopThatThrowsEveryThirdTime_keepsItsRhythm() {
    timers.timer("stumbling").resume(TimerControl.ALL);
    awaitTicks("stumbling", 31);
    List<Long> due = List.copyOf(TimedRoutes.Stumbling.DUE);
    for (int tick = 0; tick < due.size(); tick++) {
      assertThat(due.get(tick) - due.get(0)).isEqualTo(tick * 10_000_000L);
    }
    timers.timer("stumbling").pause(TimerControl.ALL);
    Await.until(() -> "the pause", () -> worker("stumbling").paused());
    TimerStatus.Worker worker = worker("stumbling");
    assertThat(worker.ticks()).isEqualTo(TimedRoutes.Stumbling.DUE.size());
    assertThat(worker.errors()).isEqualTo(TimedRoutes.Stumbling.DUE.size() / 3);
  }

  private static List<String> names(RouteTimers timers) {
    return timers.list().stream().map(TimerControl::name).toList();
  }

  private TimerStatus.Worker worker(String timer) {
    return timers.timer(timer).status().workers().get(0);
  }

  private long errors(String timer) {
    return worker(timer).errors();
  }

  private void awaitTicks(String timer, long ticks) {
    Await.until(
        () -> ticks + " ticks of " + timer + ": " + worker(timer),
        () -> worker(timer).ticks() >= ticks);
  }

  private void awaitEnd(String timer) {
    Await.until(
        () -> "the end of " + timer + ": " + worker(timer),
        () -> worker(timer).state() == State.END && worker(timer).paused());
  }
}
