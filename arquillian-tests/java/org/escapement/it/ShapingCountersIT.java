package org.escapement.it;

import java.net.URL;
import org.escapement.it.sip.Caller;
import org.escapement.it.sip.Wire;
import org.escapement.it.sip.WireCaller;
import org.escapement.it.sip.WireMessage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the core counts of calls that the shaper holds, sends on and refuses. */
@ExtendWith(ArquillianExtension.class)
class ShapingCountersIT {

  private static final Wire CALLEE = new Wire(Server.sipPort());
  private static final WireCaller CALLER = new WireCaller(Server.sipPort());
  private static final WireCaller OTHER = new WireCaller(Server.sipPort());

  @ArquillianResource private URL application;

  private Probe probe;
  private Counts counts;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Wars.shaper(
            "shaping_counters",
            "loadmodule \"shaper\"\n"
                + "modparam(\"shaper\", \"queue\", \"name=one;rate=50;size=1;next_hop=sip:127.0.0.1:"
                + CALLEE.port()
                + "\")\n")
        .addClasses(ProbeServlet.class, Await.class, CountsServlet.class);
  }

  @BeforeEach
  void begin() {
    try (Caller first = new Caller("customer.example", Server.sipPort())) {
      first.awaitServer();
    }
    probe = new Probe(application);
    counts = new Counts(application, "core", "tmx", "sl");
    counts.begin();
  }

  @AfterAll
  static void end() {
    CALLEE.close();
    CALLER.close();
    OTHER.close();
  }

  @Test
  void call_countsAsOneThatIsProxied() {
    CALLER.begin("INVITE", CALLER.uri("bob"));
    CALLEE.send(CALLEE.receive("INVITE").answer("200 OK", CALLEE.port(), ""));
    WireMessage answer = CALLER.receive("SIP/2.0 200");
    CALLER.acknowledge(answer);
    CALLEE.receive("ACK");
    CALLER.within("BYE", answer);
    CALLEE.send(CALLEE.receive("BYE").answer("200 OK", CALLEE.port(), ""));
    CALLER.receive("SIP/2.0 200");

    counts.awaitExactly(
        "core: rcv_requests=3 rcv_requests_invite=1 rcv_requests_ack=1 rcv_requests_bye=1"
            + " fwd_requests=3 rcv_replies=2 rcv_replies_2xx=2 rcv_replies_2xx_invite=1"
            + " rcv_replies_2xx_bye=1 fwd_replies=2",
        "tmx: UAS_transactions=2 2xx_transactions=2 rpl_received=2 rpl_relayed=2 rpl_sent=2",
        "sl: received_ACKs=1");
  }

  @Test
  void callsThatWaitTooManyOrGiveUp_countByTheirAnswers() {
    probe.pause("shaper.one");
    String waiting = CALLER.uri("waiting");
    CALLER.begin("INVITE", waiting);
    probe.awaitWaiting("one", 1);
    String surplus = OTHER.uri("surplus");
    OTHER.begin("INVITE", surplus);
    OTHER.acknowledgeFailure(surplus, OTHER.receive("SIP/2.0 503"));
    CALLER.cancel(waiting);
    CALLER.acknowledgeFailure(waiting, CALLER.receive("SIP/2.0 487"));

    counts.awaitExactly(
        "core: rcv_requests=3 rcv_requests_invite=2 rcv_requests_cancel=1",
        "tmx: UAS_transactions=2 4xx_transactions=1 5xx_transactions=1 rpl_generated=1 rpl_sent=1",
        "sl: sent_replies=1 sent_err_replies=1 5xx_replies=1");
    probe.resume("shaper.one");
  }
}
