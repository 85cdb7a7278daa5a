package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;
import java.util.stream.IntStream;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.escapement.it.sip.Call;
import org.escapement.it.sip.Callee;
import org.escapement.it.sip.Callee.Arrival;
import org.escapement.it.sip.Caller;
import org.escapement.shaping.CallCounters;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Calls of real user agents through the shaper. A call is held by pausing its queue's timer, so
 * that no test depends on how fast it is.
 */
@ExtendWith(ArquillianExtension.class)
class ShapingIT {

  private static final int RATE = 50;
  private static final long SECOND = 1_000_000_000L;

  /**
   * What a call may need longer than another from its turn to the callee's clock: the container and
   * the callee work on threads that a busy machine keeps waiting. Without a limit all calls would
   * come within much less than what is left of a second. The limit itself is proved with a clock
   * that is passed in, and on the wire by {@code ./bench shaping}.
   */
  private static final long TRANSIT_NANOS = 500_000_000;

  private static final Callee CALLEE = new Callee();
  private static final Caller CALLER = new Caller("customer.example", Server.sipPort());

  @ArquillianResource private URL application;

  private Probe probe;

  @Deployment(testable = false)
  static WebArchive deployment() {
    String hop = ";next_hop=sip:127.0.0.1:" + CALLEE.port() + "\")\n";
    String queue = "modparam(\"shaper\", \"queue\", \"name=";
    return Wars.shaper(
            "shaping",
            "loadmodule \"shaper\"\n"
                + (queue + "steady;rate=" + RATE + hop)
                + (queue + "held;rate=100" + hop)
                + (queue + "small;rate=100;size=2" + hop)
                + (queue + "hasty;rate=100;max_wait=300ms" + hop)
                + (queue + "dead;rate=100;next_hop=sip:127.0.0.1:1;transport=tcp\")\n")
                + List.of("steady", "held", "small", "hasty", "dead", "busy").stream()
                    .map(ShapingIT::assign)
                    .reduce("", String::concat))
        .addClasses(ProbeServlet.class, Await.class);
  }

  private static String assign(String prefix) {
    String queue = prefix.equals(Callee.BUSY) ? "held" : prefix;
    return "modparam(\"shaper\", \"assign\", \"queue=" + queue + ";ruri_prefix=" + prefix + "\")\n";
  }

  @BeforeEach
  void open() {
    probe = new Probe(application);
    CALLER.awaitServer();
  }

  @AfterAll
  static void stop() {
    CALLER.close();
    CALLEE.close();
  }

  @Test
  void burst_leavesInOrder_withinTheRate() {
    int calls = RATE + RATE / 2;
    List<String> users = IntStream.range(0, calls).mapToObj(i -> "steady" + i).toList();

    List<Call> burst = users.stream().map(CALLER::invite).toList();

    assertThat(burst).allSatisfy(call -> assertThat(call.status()).isEqualTo(Response.OK));
    List<Arrival> arrivals = CALLEE.calls("steady");
    assertThat(arrivals).extracting(Arrival::user).containsExactlyElementsOf(users);
    long window = SECOND - TRANSIT_NANOS;
    for (int i = RATE; i < calls; i++) {
      assertThat(arrivals.get(i).nanos() - arrivals.get(i - RATE).nanos())
          .as("time from call %d to call %d", i - RATE, i)
          .isGreaterThanOrEqualTo(window);
    }
    assertSound(probe.counters("steady"), calls, calls);
  }

  @Test
  void cancelWhileWaiting_is487_andTheTurnGoesToTheNext() {
    CallCounters before = probe.counters("held");
    probe.pause("shaper.held");
    Call first = CALLER.invite("held-c1");
    Call second = CALLER.invite("held-c2");
    Call third = CALLER.invite("held-c3");
    probe.awaitWaiting("held", 3);

    assertThat(second.cancel().getStatusCode()).isEqualTo(Response.OK);
    assertThat(second.status()).isEqualTo(Response.REQUEST_TERMINATED);
    probe.awaitWaiting("held", 2);
    probe.resume("shaper.held");

    assertThat(first.status()).isEqualTo(Response.OK);
    assertThat(third.status()).isEqualTo(Response.OK);
    assertThat(CALLEE.calls("held-c"))
        .extracting(Arrival::user)
        .containsExactly("held-c1", "held-c3");
    CallCounters after = probe.counters("held");
    assertThat(after.cancelled()).isEqualTo(before.cancelled() + 1);
    assertSound(after, before.offered() + 3, before.passed() + 2);
  }

  @Test
  void fullQueue_is503WithTheTimeToRetry() {
    probe.pause("shaper.small");
    Call first = CALLER.invite("small1");
    Call second = CALLER.invite("small2");
    probe.awaitWaiting("small", 2);

    Response refusal = CALLER.invite("small3").answer();

    assertThat(refusal.getStatusCode()).isEqualTo(Response.SERVICE_UNAVAILABLE);
    assertThat(refusal.getHeader("Retry-After").toString().trim()).isEqualTo("Retry-After: 1");
    probe.resume("shaper.small");
    assertThat(first.status()).isEqualTo(Response.OK);
    assertThat(second.status()).isEqualTo(Response.OK);
    CallCounters after = probe.counters("small");
    assertThat(after.refused()).isEqualTo(1);
    assertSound(after, 3, 2);
  }

  @Test
  void tooLongAWait_is480WithTheReason() {
    probe.pause("shaper.hasty");

    Response answer = CALLER.invite("hasty").answer();

    assertThat(answer.getStatusCode()).isEqualTo(Response.TEMPORARILY_UNAVAILABLE);
    assertThat(answer.getHeader("Reason").toString()).contains("300 ms").contains("hasty");
    probe.resume("shaper.hasty");
    CallCounters after = probe.counters("hasty");
    assertThat(after.timedOut()).isEqualTo(1);
    assertThat(after.longestWaitNanos()).isGreaterThanOrEqualTo(300_000_000);
    assertSound(after, 1, 0);
    assertThat(CALLEE.calls("hasty")).isEmpty();
  }

  @Test
  void callOfNobody_is403() {
    assertThat(CALLER.invite("stranger").status()).isEqualTo(Response.FORBIDDEN);
  }

  @Test
  void requestsWithinTheDialog_passWhileTheQueueStands() {
    Call call = CALLER.invite("held-d");
    assertThat(call.answer().getHeader("Record-Route")).isNotNull();
    probe.pause("shaper.held");

    assertThat(call.within(Request.INVITE).getStatusCode()).isEqualTo(Response.OK);
    assertThat(call.within(Request.BYE).getStatusCode()).isEqualTo(Response.OK);

    probe.resume("shaper.held");
    assertThat(CALLEE.arrivals())
        .filteredOn(Arrival::within)
        .extracting(Arrival::method)
        .containsExactly(Request.INVITE, Request.BYE);
  }

  @Test
  void otherMethods_passWhileTheQueueStands() {
    probe.pause("shaper.held");

    for (String method : List.of(Request.MESSAGE, Request.OPTIONS)) {
      assertThat(CALLER.request(method, "held-m").status()).isEqualTo(Response.OK);
    }

    probe.resume("shaper.held");
    assertThat(CALLEE.arrivals())
        .filteredOn(arrival -> arrival.user().equals("held-m"))
        .extracting(Arrival::method)
        .containsExactly(Request.MESSAGE, Request.OPTIONS);
  }

  @Test
  void optionsWithoutUser_isAnsweredHere() {
    int before = CALLEE.arrivals().size();
    assertThat(CALLER.request(Request.OPTIONS, "").status()).isEqualTo(Response.OK);
    assertThat(CALLEE.arrivals()).hasSize(before);
  }

  @Test
  void nextHopThatIsBusy_isPassedOn() {
    CallCounters before = probe.counters("held");
    assertThat(CALLER.invite(Callee.BUSY).status()).isEqualTo(Response.BUSY_HERE);
    assertSound(probe.counters("held"), before.offered() + 1, before.passed() + 1);
  }

  @Test
  void nextHopThatIsDead_givesAFinalAnswer() {
    Call call = CALLER.invite("dead");
    assertThat(call.status()).isGreaterThanOrEqualTo(400);
    CallCounters after = probe.counters("dead");
    assertThat(after.passed() + after.failed()).isEqualTo(1);
    assertSound(after, 1, after.passed());
  }

  private static void assertSound(CallCounters counters, long offered, long passed) {
    assertThat(counters.offered()).isEqualTo(offered);
    assertThat(counters.passed()).isEqualTo(passed);
    assertThat(counters.waiting()).isZero();
    assertThat(
            counters.passed()
                + counters.cancelled()
                + counters.refused()
                + counters.timedOut()
                + counters.failed())
        .isEqualTo(offered);
  }
}
