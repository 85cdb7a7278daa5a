package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javax.sip.message.Response;
import org.escapement.it.sip.Call;
import org.escapement.it.sip.Callee;
import org.escapement.it.sip.Caller;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The application stops while calls wait. */
@ExtendWith(ArquillianExtension.class)
class ShapingStopIT {

  private static final String NAME = "shaping_stop";
  private static final int CALLS = 20;

  private static final Callee CALLEE = new Callee();
  private static final Caller CALLER = new Caller("customer.example", Server.sipPort());

  @ArquillianResource private Deployer deployer;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive deployment() {
    return Wars.shaper(
        NAME,
        """
        loadmodule "shaper"
        modparam("shaper", "queue", "name=slow;rate=1;next_hop=sip:127.0.0.1:%d")
        """
            .formatted(CALLEE.port()));
  }

  @AfterAll
  static void stop() {
    CALLER.close();
    CALLEE.close();
  }

  @Test
  void undeploy_answersEachWaitingCallWith503() {
    deployer.deploy(NAME);
    CALLER.awaitServer();
    List<Call> calls = IntStream.range(0, CALLS).mapToObj(i -> CALLER.invite("c" + i)).toList();
    assertThat(calls.get(0).status()).isEqualTo(Response.OK);
    CALLER.awaitServer(); // an answer to what came last: all calls have come

    deployer.undeploy(NAME);

    List<Response> answers = calls.stream().map(Call::answer).toList();
    assertThat(answers)
        .filteredOn(answer -> answer.getStatusCode() != Response.OK)
        .isNotEmpty()
        .allSatisfy(
            refusal -> {
              assertThat(refusal.getStatusCode()).isEqualTo(Response.SERVICE_UNAVAILABLE);
              assertThat(refusal.getHeader("Retry-After")).isNotNull();
            });
    assertThat(answers)
        .filteredOn(answer -> answer.getStatusCode() == Response.OK)
        .hasSameSizeAs(CALLEE.calls("c"));
  }
}
