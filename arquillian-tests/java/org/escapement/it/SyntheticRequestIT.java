package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipServletRequest;
import org.escapement.route.Route;
import org.escapement.shaping.ShaperServlet;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerStatus.State;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The request that the routes of a worker share, and what is left of it: nothing. */
@ExtendWith(ArquillianExtension.class)
class SyntheticRequestIT {

  private static final int WORKERS = 3;
  private static final int WARM_UP = 1_000;
  private static final int ROUNDS = 10_000;

  /** A tenth of what the sessions of so many rounds would take at the least, a kilobyte each. */
  private static final long HEAP_ALLOWANCE = ROUNDS * 100L;

  private static final String CONFIGURATION =
      """
      loadmodule "ptimer"
      modparam("ptimer", "default_type", 1)
      modparam("ptimer", "default_interval", "1ms")
      modparam("ptimer", "timer", "name=sharing;nworkers=3;autostart=no")
      modparam("ptimer", "start", "timer=sharing;route=SHARING_START")
      modparam("ptimer", "loop", "timer=sharing;route=SHARING_LOOP")
      modparam("ptimer", "end", "timer=sharing;route=SHARING_END")
      modparam("ptimer", "timer", "name=rounds;autostart=no")
      modparam("ptimer", "start", "timer=rounds;route=ROUNDS_START")
      modparam("ptimer", "loop", "timer=rounds;route=ROUNDS_LOOP")
      modparam("ptimer", "end", "timer=rounds;route=ROUNDS_END")
      modparam("ptimer", "timer", "name=frugal;autostart=no")
      modparam("ptimer", "loop", "timer=frugal;route=FRUGAL")
      """;

  @Inject private RouteTimers timers;

  @Deployment
  static WebArchive deployment() {
    return Wars.application(
            "synthetic",
            CONFIGURATION,
            ShaperServlet.class,
            Sharing.class,
            Rounds.class,
            SipSessions.class,
            Await.class)
        .addAsLibraries(Wars.assertions());
  }

  /** Leaves a mark on the request in start and looks for it in loop and end. */
  @ApplicationScoped
  public static class Sharing {
    private static final Map<Integer, String> IDENTITY = new ConcurrentHashMap<>();
    private static final Map<Integer, String> MARKS = new ConcurrentHashMap<>();
    private static final Map<Integer, SipApplicationSession> SESSIONS = new ConcurrentHashMap<>();

    @Route("SHARING_START")
    void start(TimerContext timer, SipServletRequest request) {
      IDENTITY.put(
          timer.worker(),
          String.join(
                  " ",
                  request.getRequestURI().toString(),
                  request.getFrom().toString().replaceFirst(";tag=.*", ""),
                  request.getTo().toString(),
                  request.getCallId())
              .replace("\"", "")); // whether a display name is quoted is the container's choice
      SESSIONS.put(timer.worker(), request.getApplicationSession());
      request.setAttribute("mark" + timer.worker(), "start");
    }

    @Route("SHARING_LOOP")
    boolean loop(TimerContext timer, SipServletRequest request) {
      String mark = request.getAttribute("mark" + timer.worker()) + ",loop";
      request.setAttribute("mark" + timer.worker(), mark);
      return !mark.endsWith("loop,loop");
    }

    @Route("SHARING_END")
    void end(TimerContext timer, SipServletRequest request) {
      StringBuilder seen = new StringBuilder();
      for (int worker = 0; worker < WORKERS; worker++) {
        seen.append(request.getAttribute("mark" + worker)).append(' ');
      }
      boolean valid = request.getApplicationSession().isValid();
      MARKS.put(timer.worker(), seen.append(valid).toString());
    }
  }

  /** Starts itself again as often as it is told, with a request that holds a kilobyte. */
  @ApplicationScoped
  public static class Rounds {
    private static final AtomicInteger LEFT = new AtomicInteger();

    @Inject private RouteTimers timers;

    @Route("ROUNDS_START")
    void start(SipServletRequest request) {
      request.setAttribute("ballast", new byte[1_000]);
    }

    @Route("ROUNDS_LOOP")
    int loop() {
      return -1;
    }

    @Route("ROUNDS_END")
    void end(TimerContext timer) {
      if (LEFT.decrementAndGet() > 0) {
        timers.timer(timer.name()).start(timer.worker());
      }
    }

    @Route("FRUGAL")
    int frugal() {
      return -1;
    }
  }

  @Test
  void request_namesTimerAndWorker_keepsAttributes_andDropsItsSession() {
    timers.timer("sharing").start(1);
    awaitEnd("sharing", 1);
    timers.timer("sharing").start(0);
    timers.timer("sharing").start(2);
    awaitEnd("sharing", 0);
    awaitEnd("sharing", 2);

    for (int worker = 0; worker < WORKERS; worker++) {
      assertThat(Sharing.IDENTITY.get(worker))
          .isEqualTo(
              "sip:sharing@timer.invalid;worker=%1$d sharing <sip:worker-%1$d@timer.invalid> sharing <sip:sharing@timer.invalid> sharing-%1$d@timer.invalid"
                  .formatted(worker));
      assertThat(Sharing.SESSIONS.get(worker).isValid()).isFalse();
    }
    assertThat(Sharing.MARKS)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                0, "start,loop,loop null null true",
                1, "null start,loop,loop null true",
                2, "null null start,loop,loop true"));
  }

  @Test
  void routesThatTakeNoRequest_makeNone() {
    Await.until(() -> "no open session", () -> SipSessions.open() == 0);
    int before = SipSessions.CREATED.get();
    timers.timer("frugal").start(0);
    awaitEnd("frugal", 0);
    assertThat(SipSessions.CREATED).hasValue(before);
  }

  @Test
  void tenThousandRounds_leaveNoSessionAndNoHeapBehind() {
    run(WARM_UP);
    long before = usedHeap();
    int created = SipSessions.CREATED.get();

    run(ROUNDS);

    assertThat(SipSessions.CREATED.get() - created).isEqualTo(ROUNDS);
    Await.until(
        () -> "heap down to %,d: %,d".formatted(before, usedHeap()),
        () -> usedHeap() < before + HEAP_ALLOWANCE);
  }

  private void run(int rounds) {
    Rounds.LEFT.set(rounds);
    timers.timer("rounds").start(0);
    Await.until(() -> Rounds.LEFT + " more rounds", () -> Rounds.LEFT.get() == 0);
    awaitEnd("rounds", 0);
    Await.until(() -> "no open session: " + SipSessions.open(), () -> SipSessions.open() == 0);
  }

  private static long usedHeap() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private void awaitEnd(String timer, int worker) {
    Await.until(
        () -> "the end of " + timer + '/' + worker,
        () -> {
          var status = timers.timer(timer).status().workers().get(worker);
          return status.state() == State.END && status.paused();
        });
  }
}
