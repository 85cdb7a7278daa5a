package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.escapement.example.Queueing;
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

/** The example in {@code examples/classic-recipe}, with calls through it. */
@ExtendWith(ArquillianExtension.class)
class ClassicRecipeIT {

  private static final Path EXAMPLE = Path.of("examples/classic-recipe/src/main");
  private static final String NEXT_HOP = "sip:127.0.0.1:5090";
  private static final int CALLS = 60;

  private static final Callee CALLEE = new Callee();
  private static final Caller CALLER = new Caller("customer.example", Server.sipPort());

  @ArquillianResource private URL application;

  private Probe probe;

  @Deployment(testable = false)
  static WebArchive deployment() throws IOException {
    String sipXml = Files.readString(EXAMPLE.resolve("webapp/WEB-INF/sip.xml"), UTF_8);
    assertThat(sipXml).contains(NEXT_HOP);
    String toCallee = sipXml.replace(NEXT_HOP, "sip:127.0.0.1:" + CALLEE.port());
    return Wars.example("recipe", EXAMPLE, toCallee)
        .addClasses(Queueing.class, ProbeServlet.class, Await.class);
  }

  @BeforeEach
  void open() {
    probe = new Probe(application);
    probe.awaitQueue("recipe");
  }

  @AfterAll
  static void stop() {
    CALLER.close();
    CALLEE.close();
  }

  @Test
  void suspendedCalls_areSentOnByTheWorkers() {
    long passed = probe.counters("recipe").passed();
    List<Call> calls = IntStream.range(0, CALLS).mapToObj(i -> CALLER.invite("u" + i)).toList();

    assertThat(calls).allSatisfy(call -> assertThat(call.status()).isEqualTo(Response.OK));
    assertThat(calls.get(0).within(Request.BYE).getStatusCode()).isEqualTo(Response.OK);

    assertThat(CALLEE.calls("u"))
        .extracting(Arrival::user)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, CALLS).mapToObj(i -> "u" + i).toList());
    assertThat(probe.counters("recipe").passed()).isEqualTo(passed + CALLS);
  }

  @Test
  void cancelledCall_isNotSentOn() {
    probe.pause("queue");
    Call given = CALLER.invite("given-up");
    Call kept = CALLER.invite("kept");
    probe.awaitWaiting("recipe", 2);

    assertThat(given.cancel().getStatusCode()).isEqualTo(Response.OK);
    assertThat(given.status()).isEqualTo(Response.REQUEST_TERMINATED);
    probe.awaitWaiting("recipe", 1);
    probe.resume("queue");

    assertThat(kept.status()).isEqualTo(Response.OK);
    assertThat(CALLEE.calls("given-up")).isEmpty();
    CallCounters counters = probe.counters("recipe");
    assertThat(counters.cancelled()).isEqualTo(1);
    assertThat(counters.offered()).isEqualTo(counters.passed() + 1);
  }
}
