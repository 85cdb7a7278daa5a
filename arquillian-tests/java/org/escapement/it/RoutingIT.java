package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import javax.sip.message.Response;
import org.escapement.it.sip.Call;
import org.escapement.it.sip.Callee;
import org.escapement.it.sip.Caller;
import org.escapement.it.sip.RawSip;
import org.escapement.routing.RoutingServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Routes around the messages of real user agents.
 *
 * <p>Comes before the tests of failing deployments: Open Liberty looks for a request of the
 * server's own through all applications, and fails by one whose deployment has failed.
 */
@Order(1)
@ExtendWith(ArquillianExtension.class)
class RoutingIT {

  private static final Callee CALLEE = new Callee();
  private static final Caller CALLER = new Caller("customer.example", Server.sipPort());

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Wars.application(
            "routing",
            """
            received_route_mode=1
            kemi.received_route_callback="RECEIVED"
            kemi.pre_routing_callback="PRE"
            onsend_route_reply=yes
            server_header="Server: Routed"
            sip_warning=1
            max_branches=2
            route_locks_size=16
            mhomed=1
            latency_cfg_log=2
            debug=2
            log_prefix="{$rm to $rU} "
            alias=me.example
            flags MARK:7;
            """,
            RoutingServlet.class,
            MessageRoutes.class,
            RoutingProbeServlet.class)
        .addAsResource(new StringAsset(Integer.toString(CALLEE.port())), MessageRoutes.PORT);
  }

  private RoutingProbe probe;

  @BeforeEach
  void open() {
    CALLER.awaitServer();
    probe = new RoutingProbe(application);
    probe.clear();
  }

  @AfterAll
  static void stop() {
    CALLER.close();
    CALLEE.close();
  }

  @Test
  void call_runsThroughAllRoutesInKamailiosOrder() {
    assertThat(CALLER.request("MESSAGE", "forward").status()).isEqualTo(Response.OK);

    assertThat(probe.notes())
        .containsExactly(
            "RECEIVED MESSAGE",
            "PRE MESSAGE",
            "request_route MESSAGE",
            "onsend_route MESSAGE to callee",
            "RECEIVED 200",
            "PRE 200",
            "reply_route 200 marked",
            "onsend_route 200");
  }

  @Test
  void logPrefix_standsBeforeTheLinesOfAMessage() throws IOException {
    assertThat(CALLER.request("MESSAGE", "forward").status()).isEqualTo(Response.OK);

    assertThat(Server.log())
        .anyMatch(line -> line.contains("{MESSAGE to forward} ESC002002: route request_route"));
  }

  @Test
  void dialog_isSeenByTheRequestRoute_andThereIsNoMoreToDo() {
    Call call = CALLER.invite("forward");
    assertThat(call.status()).isEqualTo(Response.OK);
    assertThat(call.within("BYE").getStatusCode()).isEqualTo(Response.OK);

    assertThat(probe.notes()).contains("request_route INVITE", "request_route BYE");
    assertThat(CALLEE.calls("forward")).isNotEmpty();
  }

  @Test
  void headersOfTheOnsendRoute_leaveWithTheMessage() {
    Response answer = CALLER.request("MESSAGE", "forward").answer();

    assertThat(answer.getHeader("X-Onsend").toString()).contains("reply");
  }

  @Test
  void reply_hasServerAndWarning() {
    Response answer = CALLER.request("MESSAGE", "answer").answer();

    assertThat(answer.getStatusCode()).isEqualTo(Response.ACCEPTED);
    assertThat(answer.getHeader("Server").toString()).contains("Routed");
    assertThat(answer.getHeader("Warning").toString())
        .contains("392 127.0.0.1:" + Server.sipPort(), "req_src_ip=127.0.0.1");
  }

  @Test
  void failingRoute_is500() {
    assertThat(CALLER.request("MESSAGE", "fail").status())
        .isEqualTo(Response.SERVER_INTERNAL_ERROR);
  }

  @Test
  void routeThatLeavesTheMessage_handsItToTheServlet() {
    // a servlet without a method for MESSAGE has the container's answer
    assertThat(CALLER.request("MESSAGE", "leave").status()).isGreaterThanOrEqualTo(400);
    assertThat(probe.notes()).contains("request_route MESSAGE");
  }

  @Test
  void branchesBeyondTheLimit_areAnErrorOfTheCall_andCounted() {
    long before = probe.count("excess_branches");

    assertThat(CALLER.request("MESSAGE", "fork").status())
        .isEqualTo(Response.SERVER_INTERNAL_ERROR);
    assertThat(probe.count("excess_branches")).isEqualTo(before + 1);
  }

  @Test
  void fork_toTwoTargets_isAnsweredByTheFirst() {
    assertThat(CALLER.request("MESSAGE", "two").status()).isEqualTo(Response.OK);
  }

  @Test
  void droppedByTheOnsendRoute_is408() {
    assertThat(CALLER.request("MESSAGE", "hold").status()).isEqualTo(Response.REQUEST_TIMEOUT);
    assertThat(CALLEE.arrivals()).noneMatch(arrival -> arrival.user().equals("hold"));
  }

  @Test
  void duplicateHeader_is400() {
    assertThat(RawSip.message(Server.sipPort(), "answer", "CSeq: 7 MESSAGE\r\n"))
        .startsWith("SIP/2.0 400");
    assertThat(RawSip.message(Server.sipPort(), "answer", "")).startsWith("SIP/2.0 202");
  }

  @Test
  void messages_areCounted() {
    long requests = probe.count("rcv_requests_message");
    long replies = probe.count("rcv_replies_2xx_message");
    long ended = probe.count("2xx_transactions");
    assertThat(CALLER.request("MESSAGE", "forward").status()).isEqualTo(Response.OK);
    assertThat(CALLER.request("MESSAGE", "answer").status()).isEqualTo(Response.ACCEPTED);

    assertThat(probe.count("rcv_requests_message")).isEqualTo(requests + 2);
    assertThat(probe.count("rcv_replies_2xx_message")).isEqualTo(replies + 1);
    assertThat(probe.count("2xx_transactions")).isEqualTo(ended + 2);
  }

  @Test
  void alias_isMyself() {
    assertThat(CALLER.request("MESSAGE", "myself").status()).isEqualTo(Response.OK);
  }

  @Test
  void ownRequest_isSigned_andReachesTheCallee() {
    assertThat(CALLER.request("MESSAGE", "own").status()).isEqualTo(Response.OK);
    Await.until(
        () -> "the request of the server's own",
        () -> CALLEE.arrivals().stream().anyMatch(arrival -> arrival.user().equals("from-here")));
  }
}
