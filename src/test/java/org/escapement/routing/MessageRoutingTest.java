package org.escapement.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.route.MessageContext;
import org.escapement.route.Route;
import org.escapement.route.RouteContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRoutingTest {

  private static final String ALL =
      """
      received_route_mode=1
      kemi.received_route_callback="received"
      kemi.pre_routing_callback="pre"
      """;

  /** A route of each kind; notes that it ran, and does what the test wants. */
  static class Routes {
    final List<String> ran = new ArrayList<>();
    String dropsIn = "";
    String failsIn = "";

    private int run(RouteContext route, MessageContext message) {
      ran.add(route.route() + ' ' + message.message());
      if (route.route().equals(failsIn)) {
        throw new UnsupportedOperationException("on purpose");
      }
      if (route.route().equals(dropsIn)) {
        message.drop();
      }
      return 1;
    }

    @Route("received")
    int received(RouteContext route, MessageContext message) {
      return run(route, message);
    }

    @Route("pre")
    int pre(RouteContext route, MessageContext message) {
      return run(route, message);
    }

    @Route("request_route")
    int request(RouteContext route, MessageContext message, SipServletRequest request) {
      assertThat(request).isSameAs(message.message());
      return run(route, message);
    }

    @Route("ksr_reply_route")
    int reply(RouteContext route, MessageContext message, SipServletResponse reply) {
      assertThat(reply).isSameAs(message.message());
      return run(route, message);
    }

    @Route("ksr_onsend_route")
    int onsend(RouteContext route, MessageContext message) {
      return run(route, message);
    }
  }

  private final Routes routes = new Routes();
  private final FakeRequest request = new FakeRequest("INVITE");

  @Test
  void request_runsThroughReceivedPreRoutingAndRequestRoute_andThenTheServlet() throws Exception {
    RoutingFixture fixture = new RoutingFixture(ALL, routes);
    fixture.send(request);

    assertThat(routes.ran)
        .containsExactly("received INVITE c1", "pre INVITE c1", "request_route INVITE c1");
    assertThat(fixture.reachedServlet).containsExactly("INVITE");
    assertThat(request.answers).isEmpty();
  }

  @Test
  void reply_runsThroughReceivedPreRoutingAndReplyRoute_andThenTheServlet() throws Exception {
    RoutingFixture fixture = new RoutingFixture(ALL, routes);
    fixture.receive(request, 180, true, false);

    assertThat(routes.ran)
        .containsExactly("received 180 INVITE", "pre 180 INVITE", "ksr_reply_route 180 INVITE");
    assertThat(fixture.reachedServlet).containsExactly("180");
  }

  @Test
  void finalReplyOfABranch_isRoutedWhenItComes_notWhenItIsSentOn() throws Exception {
    RoutingFixture fixture = new RoutingFixture("", routes);
    fixture.send(request);
    routes.ran.clear();

    fixture.receive(request, 200, true, true);
    fixture.receive(request, 200, true, false);

    assertThat(routes.ran).containsExactly("ksr_reply_route 200 INVITE");
    assertThat(fixture.reachedServlet).containsExactly("INVITE", "200", "200");
    assertThat(fixture.count("rcv_replies")).isEqualTo(1);
    assertThat(fixture.count("rcv_replies_2xx_invite")).isEqualTo(1);
    assertThat(fixture.count("fwd_replies")).isEqualTo(1);
    assertThat(fixture.count("2xx_transactions")).isEqualTo(1);
    assertThat(fixture.count("active_transactions")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"received, 1", "pre, 2", "request_route, 3"})
  void droppedRequest_goesNoFurther_andIsCounted(String route, int ran) throws Exception {
    RoutingFixture fixture = new RoutingFixture(ALL, routes);
    routes.dropsIn = route;
    fixture.send(request);

    assertThat(routes.ran).hasSize(ran);
    assertThat(fixture.reachedServlet).isEmpty();
    assertThat(request.answers).isEmpty();
    assertThat(request.expires).isEqualTo(1);
    assertThat(fixture.count("drop_requests")).isEqualTo(1);
  }

  @Test
  void droppedReply_doesNotReachTheServlet_andIsCounted() throws Exception {
    RoutingFixture fixture = new RoutingFixture("", routes);
    routes.dropsIn = "ksr_reply_route";
    fixture.receive(request, 180, true, false);

    assertThat(fixture.reachedServlet).isEmpty();
    assertThat(fixture.count("drop_replies")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"received", "pre", "request_route"})
  void failingRoute_isAnsweredWith500_andCounted(String route) throws Exception {
    RoutingFixture fixture = new RoutingFixture(ALL + "server_signature=no", routes);
    routes.failsIn = route;
    fixture.send(request);

    assertThat(request.answers).containsExactly("500");
    assertThat(fixture.reachedServlet).isEmpty();
    assertThat(fixture.count("failed_routes")).isEqualTo(1);
    assertThat(fixture.count("5xx_transactions")).isEqualTo(1);
  }

  @Test
  void failingReplyRoute_holdsTheReplyUpFromNobody() throws Exception {
    RoutingFixture fixture = new RoutingFixture("", routes);
    routes.failsIn = "ksr_reply_route";
    fixture.receive(request, 180, true, false);

    assertThat(fixture.reachedServlet).containsExactly("180");
  }

  @Test
  void receivedRoute_needsItsMode() throws Exception {
    new RoutingFixture("kemi.received_route_callback=\"received\"", routes).send(request);

    assertThat(routes.ran).containsExactly("request_route INVITE c1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "none"})
  void callbackThatIsTurnedOff_doesNotRun(String name) throws Exception {
    RoutingFixture fixture =
        new RoutingFixture("kemi.reply_route_callback=\"" + name + "\"", routes);
    fixture.receive(request, 180, true, false);

    assertThat(routes.ran).isEmpty();
  }

  @Test
  void callbackByAnotherName_runs() throws Exception {
    RoutingFixture fixture = new RoutingFixture("kemi.reply_route_callback=\"pre\"", routes);
    fixture.receive(request, 180, true, false);

    assertThat(routes.ran).containsExactly("pre 180 INVITE");
  }

  @Test
  void callbackWithoutItsRoute_isAProblemWithTheNearestName() {
    assertThat(new RoutingFixture("kemi.pre_routing_callback=\"pree\"", routes).problems)
        .singleElement()
        .asString()
        .contains("a.cfg:1", "kemi.pre_routing_callback names the route pree", "did you mean pre?");
  }

  @Test
  void onsendRoute_runsBeforeARequestLeaves_andMayDropIt() throws Exception {
    RoutingFixture fixture = new RoutingFixture("server_signature=no", routes);
    fixture.routing.context(request.request()).forward();
    assertThat(routes.ran).containsExactly("ksr_onsend_route INVITE c1");
    assertThat(request.targets).containsExactly("sip:bob@example.com");
    assertThat(fixture.count("fwd_requests")).isEqualTo(1);

    routes.dropsIn = "ksr_onsend_route";
    FakeRequest dropped = new FakeRequest("INVITE");
    fixture.routing.context(dropped.request()).forward();
    assertThat(dropped.targets).isEmpty();
    assertThat(dropped.answers).containsExactly("408");
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1"})
  void onsendRoute_runsForReplies_whenItIsToldTo(int mode, int runs) throws Exception {
    RoutingFixture fixture = new RoutingFixture("onsend_route_reply=" + mode, routes);
    fixture.receive(request, 180, true, false);
    fixture.receive(request, 180, false, false);

    assertThat(routes.ran).filteredOn(line -> line.startsWith("ksr_onsend")).hasSize(runs);
  }

  /** No route at all. */
  static class Silence {}

  @Test
  void withoutRoutes_everythingReachesTheServlet_andIsCounted() throws Exception {
    RoutingFixture fixture = new RoutingFixture(ALL.substring(0, 22), new Silence());
    fixture.send(request);
    fixture.send(new FakeRequest("ACK"));
    fixture.send(new FakeRequest("FOO"));
    fixture.receive(request, 486, false, false);

    assertThat(fixture.reachedServlet).containsExactly("INVITE", "ACK", "FOO", "486");
    assertThat(fixture.count("rcv_requests")).isEqualTo(3);
    assertThat(fixture.count("rcv_requests_invite")).isEqualTo(1);
    assertThat(fixture.count("unsupported_methods")).isEqualTo(1);
    assertThat(fixture.count("UAS_transactions")).isEqualTo(2);
    assertThat(fixture.count("rcv_replies_486")).isEqualTo(1);
  }

  @Test
  void cancelledInvite_isNoLongerActive() throws Exception {
    RoutingFixture fixture = new RoutingFixture("", new Silence());
    fixture.send(request);
    assertThat(fixture.count("active_transactions")).isEqualTo(1);

    FakeRequest cancel = new FakeRequest("CANCEL");
    cancel.attributes.putAll(request.attributes);
    fixture.send(cancel);

    assertThat(fixture.count("active_transactions")).isZero();
    assertThat(fixture.count("4xx_transactions")).isEqualTo(1);
    assertThat(fixture.count("rcv_requests_cancel")).isEqualTo(1);
  }

  @Test
  void requestThatTheServletAnswers_isNoLongerActive() throws Exception {
    RoutingFixture fixture = new RoutingFixture("", new Silence());
    fixture.routing.request(request.request(), r -> r.createResponse(200).send());

    assertThat(fixture.count("UAS_transactions")).isEqualTo(1);
    assertThat(fixture.count("active_transactions")).isZero();
  }

  @Test
  void failingOnsendRoute_isAnsweredWith500_andNothingLeaves() throws Exception {
    RoutingFixture fixture = new RoutingFixture("server_signature=no", routes);
    routes.failsIn = "ksr_onsend_route";
    fixture.routing.context(request.request()).forward();

    assertThat(request.targets).isEmpty();
    assertThat(request.answers).containsExactly("500");
  }

  @Test
  void laterRoute_goesOnWithARequestThatWaited_andFailsLikeAnyOther() throws Exception {
    RoutingFixture fixture = new RoutingFixture(ALL, routes);

    fixture.routing.later("pre").handle(request.request());
    assertThat(routes.ran).containsExactly("pre INVITE c1");
    assertThat(request.answers).isEmpty();

    routes.failsIn = "pre";
    fixture.routing.later("pre").handle(request.request());
    assertThat(request.answers).singleElement().asString().startsWith("500");
    assertThat(fixture.count("failed_routes")).isEqualTo(1);
    assertThat(fixture.reachedServlet).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fixture.routing.later("request_rout"))
        .withMessageContaining("did you mean request_route?");
  }

  @Test
  void requestThatARouteMadeWait_doesNotReachTheServlet_andItsCancelEndsTheWait() throws Exception {
    RoutingFixture fixture = new RoutingFixture("", routes);
    AtomicInteger cancelled = new AtomicInteger();
    Waiting waiting = () -> cancelled.incrementAndGet() == 1;
    waiting.isFor(request.request());

    fixture.send(request);

    assertThat(fixture.reachedServlet).isEmpty();
    FakeRequest cancel = new FakeRequest("CANCEL");
    cancel.attributes.putAll(request.attributes);
    fixture.send(cancel);
    assertThat(cancelled).hasValue(1);
  }
}
