package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.URI;
import org.escapement.route.MessageContext;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a route may not do without end. */
class RouteLimitsTest {

  /** Routes that loop, call themselves, fork, and set flags. */
  static class Routes {
    final List<String> notes = new ArrayList<>();
    String todo = "";
    int depth;
    int turns;
    int branches;
    int mostDepth = 5;
    int mostTurns = 5;

    @Route("request_route")
    void request(RouteContext route, MessageContext message) throws Throwable {
      switch (todo) {
        case "loop" -> notes.add("looped " + route.loop(() -> ++turns < mostTurns));
        case "deep" -> route.call("DEEPER");
        case "fork" -> {
          URI target = FakeSipUri.of("b", "h", -1, Map.of());
          message.forward(Collections.nCopies(branches, target));
        }
        case "flags" -> {
          message.setFlag("NAT");
          message.setFlag(3);
          notes.add("" + message.isFlagSet(1) + message.isFlagSet("3") + message.isFlagSet(4));
          message.resetFlag("3");
        }
        default -> throw new AssertionError(todo);
      }
    }

    @Route("DEEPER")
    void deeper(RouteContext route) throws Throwable {
      if (++depth < mostDepth) {
        route.call("DEEPER");
      }
    }

    @Route("reply_route")
    void reply(MessageContext message) {
      notes.add("reply " + message.isFlagSet("NAT") + message.isFlagSet(3));
    }
  }

  private final Routes routes = new Routes();
  private final FakeRequest request = new FakeRequest("INVITE");

  private RoutingFixture fixture(String configuration) {
    return new RoutingFixture("server_signature=no\n" + configuration, routes);
  }

  @ParameterizedTest
  @CsvSource({"12, 12, true", "12, 13, false", "1, 1, true", "1, 2, false"})
  void branches_areLimited(int limit, int branches, boolean sent) throws Exception {
    RoutingFixture fixture = fixture("max_branches=" + limit);
    routes.todo = "fork";
    routes.branches = branches;
    fixture.send(request);

    assertThat(request.targets).hasSize(sent ? branches : 0);
    assertThat(request.answers).isEqualTo(sent ? List.of() : List.of("500"));
    assertThat(fixture.count("excess_branches")).isEqualTo(sent ? 0 : 1);
  }

  @ParameterizedTest
  @CsvSource({"6, 5, true", "5, 5, false"})
  void nesting_isLimited(int limit, int depth, boolean sound) throws Exception {
    RoutingFixture fixture = fixture("max_recursive_level=" + limit);
    routes.todo = "deep";
    routes.mostDepth = depth;
    fixture.send(request);

    assertThat(request.answers).isEqualTo(sound ? List.of() : List.of("500"));
    assertThat(routes.depth).isEqualTo(limit - 1);
  }

  @ParameterizedTest
  @CsvSource({"5, 5, true", "4, 5, false", "0, 100000, true"})
  void loops_areLimited(int limit, int turns, boolean sound) throws Exception {
    RoutingFixture fixture = fixture("max_while_loops=" + limit);
    routes.todo = "loop";
    routes.mostTurns = turns;
    fixture.send(request);

    assertThat(request.answers).isEqualTo(sound ? List.of() : List.of("500"));
    assertThat(routes.turns).isEqualTo(sound ? turns : limit);
  }

  @Test
  void flags_haveNamesAndNumbers_andLastUntilTheReply() throws Exception {
    RoutingFixture fixture = fixture("flags NAT:1, LAST;");
    routes.todo = "flags";
    fixture.send(request);
    fixture.receive(request, 180, true, false);

    assertThat(routes.notes).containsExactly("truetruefalse", "reply truefalse");
    assertThat(fixture.routing.context(request.request()).isFlagSet("LAST")).isFalse();
    assertThat(request.attributes).containsEntry(Flags.ATTRIBUTE, 0b10);
  }
}
