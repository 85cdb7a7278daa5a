package org.escapement.it;

import java.net.URL;
import java.util.List;
import org.escapement.it.sip.Caller;
import org.escapement.it.sip.Wire;
import org.escapement.it.sip.WireCaller;
import org.escapement.it.sip.WireMessage;
import org.escapement.routing.RoutingServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each message that is on the wire counts once, under each of its names, and nothing else does. */
@ExtendWith(ArquillianExtension.class)
class CountersIT {

  private static final String CONFIGURATION = "sip_parser_mode=1\n";

  @ArquillianResource private URL application;

  private final WireCaller caller = new WireCaller(Server.sipPort());
  private final Wire callee = new Wire(Server.sipPort());
  private Counts counts;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Wars.application(
        "counters", CONFIGURATION, RoutingServlet.class, CountedRoutes.class, CountsServlet.class);
  }

  @BeforeEach
  void begin() {
    try (Caller first = new Caller("customer.example", Server.sipPort())) {
      first.awaitServer();
    }
    counts = new Counts(application, "core", "tmx", "sl");
    counts.begin();
  }

  @AfterEach
  void end() {
    caller.close();
    callee.close();
  }

  /** A user whose requests go on to the callee. */
  private String relayed() {
    return caller.uri("relay") + ";to=" + callee.port();
  }

  private void answer(WireMessage request, String status) {
    callee.send(request.answer(status, callee.port(), ""));
  }

  @Test
  void requestAnsweredHere_countsItsTransactionAndReply() {
    caller.begin("MESSAGE", caller.uri("answer"));
    caller.receive("SIP/2.0 200");

    counts.awaitExactly(
        "core: rcv_requests=1 rcv_requests_message=1",
        "tmx: UAS_transactions=1 2xx_transactions=1 rpl_generated=1 rpl_sent=1",
        "sl: sent_replies=1 200_replies=1");
  }

  @Test
  void inviteRefusedHere_countsAnError_andTheContainerTakesItsAck() {
    String busy = caller.uri("busy");
    caller.begin("INVITE", busy);
    caller.acknowledgeFailure(busy, caller.receive("SIP/2.0 486"));

    counts.awaitExactly(
        "core: rcv_requests=1 rcv_requests_invite=1",
        "tmx: UAS_transactions=1 4xx_transactions=1 rpl_generated=1 rpl_sent=1",
        "sl: sent_replies=1 sent_err_replies=1 4xx_replies=1");
  }

  @Test
  void requestRelayed_countsBothWays() {
    caller.begin("MESSAGE", relayed());
    answer(callee.receive("MESSAGE"), "404 Not Found");
    caller.receive("SIP/2.0 404");

    counts.awaitExactly(
        "core: rcv_requests=1 rcv_requests_message=1 fwd_requests=1 rcv_replies=1 rcv_replies_4xx=1"
            + " rcv_replies_404=1 rcv_replies_4xx_message=1 fwd_replies=1",
        "tmx: UAS_transactions=1 4xx_transactions=1 rpl_received=1 rpl_relayed=1 rpl_sent=1");
  }

  @Test
  void dialog_countsItsRequestsAsItsFirst() {
    caller.begin("INVITE", relayed());
    WireMessage invite = callee.receive("INVITE");
    answer(invite, "180 Ringing");
    caller.receive("SIP/2.0 180");
    answer(invite, "200 OK");
    WireMessage dialog = caller.receive("SIP/2.0 200");
    caller.acknowledge(dialog);
    callee.receive("ACK");
    within("INFO", dialog);
    within("INVITE", dialog);
    caller.acknowledge(dialog);
    callee.receive("ACK");
    within("BYE", dialog);

    counts.awaitExactly(
        "core: rcv_requests=6 rcv_requests_invite=2 rcv_requests_ack=2 rcv_requests_info=1"
            + " rcv_requests_bye=1 fwd_requests=6 rcv_replies=5 rcv_replies_1xx=1"
            + " rcv_replies_1xx_invite=1 rcv_replies_18x=1 rcv_replies_2xx=4"
            + " rcv_replies_2xx_invite=2 rcv_replies_2xx_bye=1 fwd_replies=5",
        "tmx: UAS_transactions=4 2xx_transactions=4 rpl_received=5 rpl_relayed=5 rpl_sent=5",
        "sl: received_ACKs=2");
  }

  private void within(String method, WireMessage dialog) {
    caller.within(method, dialog);
    answer(callee.receive(method), "200 OK");
    caller.receive("SIP/2.0 200");
  }

  @Test
  void callCancelled_endsItsTransactionOnce() {
    caller.begin("INVITE", relayed());
    WireMessage invite = callee.receive("INVITE");
    answer(invite, "180 Ringing");
    caller.receive("SIP/2.0 180");
    caller.cancel(relayed());
    answer(callee.receive("CANCEL"), "200 OK");
    answer(invite, "487 Request Terminated");
    caller.acknowledgeFailure(relayed(), caller.receive("SIP/2.0 487"));

    counts.awaitExactly(
        "core: rcv_requests=2 rcv_requests_invite=1 rcv_requests_cancel=1 fwd_requests=1"
            + " rcv_replies=2 rcv_replies_1xx=1 rcv_replies_1xx_invite=1 rcv_replies_18x=1"
            + " rcv_replies_4xx=1 rcv_replies_4xx_invite=1 fwd_replies=2",
        "tmx: UAS_transactions=1 4xx_transactions=1 rpl_received=2 rpl_relayed=2 rpl_sent=2");
  }

  @Test
  void requestsOfOtherMethods_countUnderTheirNames() {
    for (String method : List.of("REGISTER", "OPTIONS")) {
      caller.begin(method, caller.uri("answer"));
      caller.receive("SIP/2.0 200");
    }

    counts.awaitExactly(
        "core: rcv_requests=2 rcv_requests_register=1 rcv_requests_options=1",
        "tmx: UAS_transactions=2 2xx_transactions=2 rpl_generated=2 rpl_sent=2",
        "sl: sent_replies=2 200_replies=2");
  }

  @Test
  void requestDropped_isNoLongerActive() {
    caller.begin("MESSAGE", caller.uri("drop"));

    counts.awaitExactly(
        "core: rcv_requests=1 rcv_requests_message=1 drop_requests=1", "tmx: UAS_transactions=1");
  }

  @Test
  void malformedRequest_countsAsFaulty() {
    caller.begin("MESSAGE", caller.uri("answer"), "CSeq: 7 MESSAGE\n", "");
    caller.receive("SIP/2.0 400");

    counts.awaitExactly(
        "core: rcv_requests=1 rcv_requests_message=1 bad_msg_hdr=1 err_requests=1",
        "tmx: UAS_transactions=1 4xx_transactions=1 rpl_generated=1 rpl_sent=1",
        "sl: sent_replies=1 sent_err_replies=1 400_replies=1");
  }

  /** The container has no means to hold it back. */
  @Test
  void replyDropped_countsAsDropped_andLeavesAllTheSame() {
    caller.begin("MESSAGE", relayed());
    callee.send(callee.receive("MESSAGE").answer("200 OK", callee.port(), "X-Drop: yes\n"));
    caller.receive("SIP/2.0 200");

    counts.awaitExactly(
        "core: rcv_requests=1 rcv_requests_message=1 fwd_requests=1 rcv_replies=1 rcv_replies_2xx=1"
            + " rcv_replies_2xx_message=1 drop_replies=1 fwd_replies=1",
        "tmx: UAS_transactions=1 2xx_transactions=1 rpl_received=1 rpl_relayed=1 rpl_sent=1");
  }
}
