package org.escapement.it;

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
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.escapement.route.RouteTimer;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerType;

/** What the timers of {@link TimersIT} run: routes of servlets and beans, which note their runs. */
public final class TimedRoutes {

  private TimedRoutes() {}

  /** Its route runs on the one instance that the container made. */
  @Dependent
  public static class RoutedServlet extends SipServlet {
    private static final long serialVersionUID = 1L;
    static final AtomicInteger INITIALISED = new AtomicInteger();
    static final AtomicInteger RUNS_ON_IT = new AtomicInteger();
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
    static final CountDownLatch TICKED = new CountDownLatch(1);
    static final AtomicBoolean TICKED_EARLY = new AtomicBoolean();

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
    static final AtomicInteger RUNS_ON_IT = new AtomicInteger();
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
    static final Map<String, String> SEEN = new ConcurrentHashMap<>();

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
    static final List<Long> DUE = new CopyOnWriteArrayList<>();

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
}
