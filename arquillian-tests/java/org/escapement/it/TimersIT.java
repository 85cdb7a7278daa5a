package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.annotation.PostConstruct;
import javax.enterprise.context.ApplicationScoped;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.escapement.route.RouteTimer;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerFaultException;
import org.escapement.timer.TimerStatus;
import org.escapement.timer.TimerStatus.State;
import org.escapement.timer.TimerType;
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
            RoutedServlet.class,
            SlowServlet.class,
            RoutedBean.class,
            RoutedEjb.class,
            Parameters.class,
            Results.class,
            Stumbling.class,
            Annotated.class,
            Await.class)
        .addAsLibraries(Wars.assertions());
  }

  /** Its route runs on the one instance that the container made. */
  @Dependent
  public static class RoutedServlet extends SipServlet {
    private static final long serialVersionUID = 1L;
    private static final AtomicInteger INITIALISED = new AtomicInteger();
    private static final AtomicInteger RUNS_ON_IT = new AtomicInteger();
    private boolean initialised;

    @Override
    public void init() {
      initialised = true;
      INITIALISED.incrementAndGet();
    }

    @Route("SERVLET")
    void tick() {
      if (initialised) {
        RUNS_ON_IT.incrementAndGet();
      }
    }
  }

  /** The last servlet with routes; while it is being initialised no timer may run. */
  @Dependent
  public static class SlowServlet extends SipServlet {
    private static final long serialVersionUID = 1L;
    private static final CountDownLatch TICKED = new CountDownLatch(1);
    private static final AtomicBoolean TICKED_EARLY = new AtomicBoolean();

    @Override
    public void init() {
      try {
        TICKED_EARLY.set(TICKED.await(300, TimeUnit.MILLISECONDS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Route("ON_SLOW_SERVLET")
    void neverRun() {}
  }

  /** A bean behind a client proxy, with a route that only its package sees. */
  @ApplicationScoped
  public static class RoutedBean {
    private static final AtomicInteger RUNS_ON_IT = new AtomicInteger();
    private boolean constructed;

    @PostConstruct
    void construct() {
      constructed = true;
    }

    @Route("BEAN")
    void tick() {
      SlowServlet.TICKED.countDown();
      if (constructed) {
        RUNS_ON_IT.incrementAndGet();
      }
    }
  }

  /** Routes that take their parameters in several orders, and tell what they were given. */
  @ApplicationScoped
  public static class Parameters {
    private static final Map<String, String> SEEN = new ConcurrentHashMap<>();

    @Route("REQUEST_CONTEXT_TIMER")
    void start(SipServletRequest request, RouteContext context, TimerContext timer) {
      see(context.route(), request, timer);
    }

    @Route("TIMER_REQUEST")
    int loop(TimerContext timer, SipServletRequest request) {
      see("TIMER_REQUEST", request, timer);
      return -1;
    }

    @Route("CONTEXT_REQUEST")
    void end(RouteContext context, SipServletRequest request) throws Throwable {
      SEEN.put(context.route(), String.valueOf(request.getMethod()));
      context.call("CALLED");
    }

    @Route("CALLED")
    void called(TimerContext timer, RouteContext context) {
      SEEN.put(context.route(), timer.name());
    }

    private static void see(String route, SipServletRequest request, TimerContext timer) {
      SEEN.put(route, request.getMethod() + ' ' + timer.name() + '/' + timer.worker());
    }
  }

  /** Start routes with each kind of result. */
  @ApplicationScoped
  public static class Results {
    @Route("MINUS_ONE")
    int minusOne() {
      return -1;
    }

    @Route("FALSE")
    boolean no() {
      return false;
    }

    @Route("TRUE")
    boolean yes() {
      return true;
    }

    @Route("NOTHING")
    void nothing() {}
  }

  /** Throws in every third run. */
  @ApplicationScoped
  public static class Stumbling {
    private static final List<Long> DUE = new CopyOnWriteArrayList<>();

    @Route("STUMBLING")
    void tick(TimerContext timer) {
      DUE.add(timer.dueNanos());
      if (DUE.size() % 3 == 0) {
        throw new IllegalStateException("stumbled on purpose");
      }
    }
  }

  /** Timers without a file: one on the class, one on its loop route. */
  @ApplicationScoped
  @RouteTimer(name = "on_class", type = TimerType.SYNC, interval = "5ms", loop = "ANNOTATED")
  public static class Annotated {
    @Route("ANNOTATED")
    @RouteTimer(name = "on_method", interval = "5ms", nworkers = 2)
    void tick() {}
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
    assertThat(SlowServlet.TICKED_EARLY).isFalse();
  }

  @Test
  void route_onServlet_runsOnTheContainersInstance() {
    awaitTicks("servlet", 3);
    assertThat(RoutedServlet.INITIALISED).hasValue(1);
    Await.until(() -> "runs on the initialised servlet", () -> RoutedServlet.RUNS_ON_IT.get() >= 3);
    assertThat(errors("servlet")).isZero();
  }

  @Test
  void route_packagePrivateOnApplicationScopedBean_runsOnTheBeanItself() {
    Await.until(() -> "runs on the constructed bean", () -> RoutedBean.RUNS_ON_IT.get() >= 3);
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
    assertThat(Parameters.SEEN)
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
    List<Long> due = List.copyOf(Stumbling.DUE);
    for (int tick = 0; tick < due.size(); tick++) {
      assertThat(due.get(tick) - due.get(0)).isEqualTo(tick * 10_000_000L);
    }
    timers.timer("stumbling").pause(TimerControl.ALL);
    Await.until(() -> "the pause", () -> worker("stumbling").paused());
    TimerStatus.Worker worker = worker("stumbling");
    assertThat(worker.ticks()).isEqualTo(Stumbling.DUE.size());
    assertThat(worker.errors()).isEqualTo(Stumbling.DUE.size() / 3);
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
