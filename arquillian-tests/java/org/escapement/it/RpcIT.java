package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.escapement.shaping.ShaperServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commands over HTTP. */
@ExtendWith(ArquillianExtension.class)
class RpcIT {

  private static final String APPLICATION = "rpc";

  @Deployment(testable = false)
  static WebArchive application() {
    Operators.prepare();
    return Wars.application(
        APPLICATION,
        """
        loadmodule "ctl"
        loadmodule "jsonrpcs.so"
        loadmodule "ptimer"
        loadmodule "shaper"
        modparam("ptimer", "timer", "name=queue;type=3;interval=100ms;nworkers=2;ntasks=10;nslices=5")
        modparam("ptimer", "loop", "timer=queue;route=QUEUE_LOOP")
        modparam("shaper", "queue", "name=customer_1;rate=50;next_hop=sip:127.0.0.1:5999")
        """,
        ShaperServlet.class,
        SoundRoutes.class);
  }

  private static String rpc(String credentials, String method, String params)
      throws IOException, InterruptedException {
    HttpResponse<String> response =
        Operators.post(
            APPLICATION,
            credentials,
            "{\"jsonrpc\":\"2.0\",\"method\":\""
                + method
                + "\",\"params\":"
                + params
                + ",\"id\":1}");
    return response.statusCode() == 200 ? response.body() : "HTTP " + response.statusCode();
  }

  @Test
  void wrongPassword_wrongTypeAndForeignPage_areRefused() throws Exception {
    String list = "{\"jsonrpc\":\"2.0\",\"method\":\"ptimer.list\",\"id\":1}";

    assertThat(Operators.post(APPLICATION, "operator:wrong", list).statusCode()).isEqualTo(401);
    assertThat(
            Operators.post(APPLICATION, Operators.OPERATOR, list, "Content-Type", "text/plain")
                .statusCode())
        .isEqualTo(415);
    assertThat(
            Operators.post(
                    APPLICATION, Operators.OPERATOR, list, "Origin", "https://elsewhere.example")
                .statusCode())
        .isEqualTo(403);
    HttpResponse<String> answer = Operators.post(APPLICATION, Operators.OPERATOR, list);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void timer_isListedAndCommanded_overHttp() throws Exception {
    assertThat(rpc(Operators.VIEWER, "ptimer.list", "[]"))
        .contains("\"queue\":{\"type\":3,\"interval\":\"100ms\",\"nworkers\":2,\"ntasks\":10")
        .contains("\"loop\":\"QUEUE_LOOP\",\"end\":\"\",\"workers\":[{\"worker\":0,\"pid\":");
    assertThat(rpc(Operators.OPERATOR, "ptimer.pause", "{\"name\":\"queue\",\"worker\":1}"))
        .contains("\"result\":\"Successfully paused timer workers\"");
    assertThat(rpc(Operators.OPERATOR, "ptimer.continue", "[\"queue\"]"))
        .contains("Successfully continued timer workers");
    assertThat(rpc(Operators.OPERATOR, "ptimer.pause", "[\"queue\",2]"))
        .contains("{\"code\":400,\"message\":\"Invalid worker 2 (timer queue has 0..1)\"}");
    assertThat(Server.log())
        .anyMatch(
            line ->
                line.contains("audit: operator from http 127.0.0.1: ptimer.pause queue 2: 400"));
  }

  @Test
  void rateOfAQueue_isRaisedAndTheQueueDrained() throws Exception {
    assertThat(rpc(Operators.OPERATOR, "shaper.set", "[\"customer_1\",\"rate\",80]"))
        .contains("Successfully set rate");
    assertThat(rpc(Operators.OPERATOR, "shaper.drain", "[\"customer_1\"]"))
        .contains("Successfully draining queue");
    assertThat(rpc(Operators.VIEWER, "shaper.list", "[]"))
        .contains("\"state\":\"draining\",\"rate\":80");
    assertThat(rpc(Operators.OPERATOR, "shaper.continue", "[\"customer_1\"]"))
        .contains("Successfully continued queue");
    assertThat(rpc(Operators.OPERATOR, "shaper.set", "[\"customer_1\",\"rate\",0]"))
        .contains("\"code\":400");
    assertThat(rpc(Operators.OPERATOR, "shaper.pause", "[\"nobody\"]"))
        .contains("{\"code\":404,\"message\":\"Could not find queue nobody\"}");
  }
}
