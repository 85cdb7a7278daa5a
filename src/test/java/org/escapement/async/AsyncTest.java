package org.escapement.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.ManualClock;
import org.escapement.route.RequestRoutes;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.escapement.route.RouteDeclaration;
import org.escapement.route.RouteTable;
import org.escapement.suspend.FakeRequest;
import org.escapement.suspend.SuspendedRequests;
import org.escapement.suspend.SuspendedRequests.Continuation;
import org.escapement.suspend.Suspensions;
import org.escapement.text.Problems;
import org.escapement.worker.WorkerGroup;
import org.escapement.worker.WorkerGroups;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsyncTest {

  private static final int QUEUE = 2;

  private final ManualClock clock = new ManualClock();
  private final Suspensions suspensions = new Suspensions(100, clock);
  private final RouteTable table = new RouteTable();
  private final List<Runnable> usual = new ArrayList<>();
  private final List<Runnable> other = new ArrayList<>();
  private final Routes routes = new Routes();
  private final FakeRequest fake = new FakeRequest("call-1");
  private Async async;

  /** Routes that note their runs, one of which calls the functions. */
  static class Routes {
    final List<String> ran = new ArrayList<>();
    String function = "";
    Object[] arguments = {};
    int result;

    @Route("LATER")
    void later(SipServletRequest request) {
      ran.add("LATER " + request.getCallId());
    }

    @Route("CALLS")
    void calls(RouteContext route) throws Exception {
      result = route.function(function, arguments);
    }
  }

  @BeforeEach
  void make() {
    table.declare(RouteDeclaration.of(Routes.class, new Problems()), new Problems());
    table.bind(Routes.class, routes);
    WorkerGroup group = new WorkerGroup("default", QUEUE, usual::add);
    SuspendedRequests requests =
        new SuspendedRequests(suspensions, clock, Duration.ofSeconds(5), group, application);
    async =
        new Async(
            new WorkerGroups(List.of(group, new WorkerGroup("slow", QUEUE, other::add))),
            () -> requests,
            clock,
            clock,
            Duration.ofSeconds(60));
    table.add(new AsyncFunctions(() -> async).list());
  }

  private final SuspendedRequests.Application application =
      new SuspendedRequests.Application() {
        @Override
        public Continuation route(String name) {
          var unused = table.messageRoute(name);
          return request -> assertThat(routes().run(name, request)).isEqualTo(1);
        }

        @Override
        public void answer(SipServletRequest request, int status) {
          throw new AssertionError("an answer " + status + " that no test expects");
        }
      };

  private RequestRoutes routes() {
    return new RequestRoutes(table);
  }

  private static void work(List<Runnable> tasks) {
    List.copyOf(tasks).forEach(Runnable::run);
    tasks.clear();
  }

  @Test
  void taskRoute_runsInAWorker_notInTheCaller() {
    async.asyncTaskRoute(fake.request(), "LATER");
    assertThat(routes.ran).isEmpty();
    assertThat(usual).hasSize(1);

    work(usual);

    assertThat(routes.ran).containsExactly("LATER call-1");
    assertThat(suspensions.waiting()).isZero();
  }

  @Test
  void taskGroupRoute_runsInThatGroup() {
    async.asyncTaskGroupRoute(fake.request(), "LATER", "slow");
    assertThat(usual).isEmpty();
    work(other);
    assertThat(routes.ran).hasSize(1);
  }

  @Test
  void fullQueue_refusesWithAnError_andCounts_andTheRequestIsTheCallersAgain() {
    for (int i = 0; i < QUEUE; i++) {
      async.asyncTaskRoute(new FakeRequest("call-" + i).request(), "LATER");
    }
    assertThatThrownBy(() -> async.asyncTaskRoute(new FakeRequest("surplus").request(), "LATER"))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessage(
            "the queue of worker group default is full: 2 tasks wait; request surplus is refused");
    assertThat(async.groups().group("default").refused()).isEqualTo(1);
    assertThat(suspensions.waiting()).isZero();
    work(usual);
    assertThat(routes.ran).hasSize(QUEUE);
  }

  @Test
  void sleep_holdsTheRequest_andGoesOnInAWorkerWhenItIsOver() {
    async.asyncSleep(fake.request(), 2, "LATER");
    clock.advance(Duration.ofMillis(1_999));
    assertThat(usual).isEmpty();
    assertThat(suspensions.waiting()).isEqualTo(1);

    clock.advance(Duration.ofMillis(10));
    assertThat(usual).hasSize(1);
    work(usual);

    assertThat(routes.ran).containsExactly("LATER call-1");
    clock.advance(Duration.ofMinutes(10));
    assertThat(fake.answers).isEmpty();
  }

  @Test
  void sleepInMilliseconds_goesOnWithAContinuation() {
    async.asyncMsSleep(fake.request(), 50, again -> routes.ran.add(again.getCallId()));
    clock.advance(Duration.ofMillis(60));
    work(usual);
    assertThat(routes.ran).containsExactly("call-1");
  }

  @Test
  void sleepThatEndsAtAFullQueue_goesOnUntilThereIsRoom() {
    for (int i = 0; i < QUEUE; i++) {
      async.asyncTaskRoute(new FakeRequest("call-" + i).request(), "LATER");
    }
    async.asyncMsSleep(new FakeRequest("sleeper").request(), 50, "LATER");
    clock.advance(Duration.ofMillis(100));
    assertThat(async.postponed()).isPositive();
    assertThat(suspensions.waiting()).isEqualTo(1);

    work(usual);
    clock.advance(Duration.ofMillis(50));
    work(usual);

    assertThat(routes.ran).endsWith("LATER sleeper");
  }

  @Test
  void badRouteGroupOrTime_isRefusedBeforeAnythingWaits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> async.asyncSleep(fake.request(), 1, "LATRE"))
        .withMessageContaining("did you mean LATER");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> async.asyncTaskGroupRoute(fake.request(), "LATER", "slwo"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> async.asyncMsSleep(fake.request(), -1, "LATER"))
        .withMessageContaining("a request cannot sleep -1 ms");
    assertThat(suspensions.waiting()).isZero();
    assertThat(suspensions.suspended()).isZero();
  }

  @Test
  void functions_haveKamailiosNames_andResults() throws Throwable {
    call("async_task_route", "LATER");
    assertThat(routes.result).isEqualTo(1);
    call("async_task_group_route", "LATER", "slow");
    call("async_ms_sleep", 20, "LATER");
    call("async_ms_route", "LATER", 20);
    call("async_sleep", 1, "LATER");
    call("async_route", "LATER", "1");
    work(usual);
    work(other);
    clock.advance(Duration.ofMillis(30));
    work(usual);
    clock.advance(Duration.ofSeconds(1));
    work(usual);
    assertThat(routes.ran).hasSize(6);
  }

  @Test
  void functionThatIsRefused_returnsBelowZero() throws Throwable {
    for (int i = 0; i < QUEUE; i++) {
      call("async_task_route", "LATER");
    }
    call("async_task_route", "LATER");
    assertThat(routes.result).isEqualTo(-1);
  }

  @Test
  void unknownFunctionOrWrongNumberOfArguments_isAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call("async_sleap", 1, "LATER"))
        .withMessageContaining("no function async_sleap; did you mean async_sleep?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> call("async_sleep", 1))
        .withMessage("function async_sleep takes 2 arguments, not 1");
  }

  private void call(String function, Object... arguments) throws Throwable {
    routes.function = function;
    routes.arguments = arguments;
    assertThat(routes().run("CALLS", new FakeRequest("call-1").request())).isEqualTo(1);
  }
}
