package org.escapement.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import org.escapement.route.RequestRoutes;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.escapement.route.RouteDeclaration;
import org.escapement.route.RouteTable;
import org.escapement.text.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Locks that a route leaves behind are given back when it ends. */
class RouteEndTest {

  private final RouteTable table = new RouteTable();
  private final LockSet locks = new LockSet(8, Duration.ofSeconds(1));
  private final Routes routes = new Routes();

  /** Routes that take locks and forget them. */
  class Routes {
    int heldAfterNested;

    @Route("FORGETS")
    void forgets() {
      locks.lock("a");
    }

    @Route("NESTS")
    void nests(RouteContext route) throws Throwable {
      route.call("FORGETS");
      heldAfterNested = locks.holds();
    }

    @Route("THROWS")
    void fails() {
      locks.lock("a");
      throw new IllegalStateException("on purpose");
    }
  }

  @BeforeEach
  void declare() {
    table.declare(RouteDeclaration.of(Routes.class, new Problems()), new Problems());
    table.bind(Routes.class, routes);
    table.onRouteEnd(route -> locks.releaseAll());
  }

  private void run(String route) throws Throwable {
    var unused = new RequestRoutes(table).run(route, null);
  }

  @Test
  void lockLeftBehind_isGivenBackAtTheRoutesEnd() throws Throwable {
    run("FORGETS");
    assertThat(locks.holds()).isZero();
    assertThat(locks.leftBehind()).isEqualTo(1);
  }

  @Test
  void nestedRoute_keepsItsLocksForTheOneThatCalledIt() throws Throwable {
    run("NESTS");
    assertThat(routes.heldAfterNested).isEqualTo(1);
    assertThat(locks.holds()).isZero();
  }

  @Test
  void routeThatThrows_givesItsLocksBackToo() {
    assertThatIllegalStateException().isThrownBy(() -> run("THROWS"));
    assertThat(locks.holds()).isZero();
  }
}
