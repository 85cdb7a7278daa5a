package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.route.MessageContext;
import org.escapement.route.Route;
import org.junit.jupiter.api.Test;

class CallLocksTest {

  private static final int LIMIT_SECONDS = 30;

  /** Notes how many run at the same time. */
  static class Routes {
    final AtomicInteger inside = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch go = new CountDownLatch(1);

    @Route("request_route")
    void request() throws InterruptedException {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      entered.countDown();
      assertThat(go.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      inside.decrementAndGet();
    }
  }

  @Test
  void routesOfOneCall_runOneAfterTheOther() throws Exception {
    Routes routes = new Routes();
    RoutingFixture fixture = new RoutingFixture("route_locks_size=8", routes);
    Thread first = start(fixture);
    assertThat(routes.entered.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    Thread second = start(fixture);
    while (second.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait(); // until it waits for the lock
    }

    routes.go.countDown();
    first.join();
    second.join();

    assertThat(routes.most).hasValue(1);
  }

  /** Waits for another of its kind. */
  static class Meeting {
    final CyclicBarrier both = new CyclicBarrier(2);
    final AtomicInteger met = new AtomicInteger();

    @Route("request_route")
    void request() throws Exception {
      both.await(LIMIT_SECONDS, TimeUnit.SECONDS);
      met.incrementAndGet();
    }
  }

  @Test
  void withoutLocks_routesOfOneCallRunAtTheSameTime() throws Exception {
    Meeting routes = new Meeting();
    RoutingFixture fixture = new RoutingFixture("route_locks_size=0", routes);
    Thread first = start(fixture);
    Thread second = start(fixture);
    first.join();
    second.join();

    assertThat(routes.met).hasValue(2);
  }

  /** Fails at first. */
  static class Failing {
    final AtomicInteger runs = new AtomicInteger();

    @Route("request_route")
    void request(MessageContext message) {
      if (runs.incrementAndGet() == 1) {
        throw new IllegalStateException("on purpose, for " + message.message());
      }
    }
  }

  @Test
  void lock_isReleased_whenTheRouteFails() throws Exception {
    Failing routes = new Failing();
    RoutingFixture fixture = new RoutingFixture("route_locks_size=1", routes);
    Thread failing = start(fixture);
    failing.join();
    Thread next = start(fixture);
    next.join();

    assertThat(routes.runs).hasValue(2);
  }

  private static Thread start(RoutingFixture fixture) {
    Thread thread =
        new Thread(
            () -> {
              try {
                fixture.send(new FakeRequest("INVITE"));
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    thread.start();
    return thread;
  }
}
