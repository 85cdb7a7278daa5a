package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.escapement.it.sip.Call;
import org.escapement.it.sip.Callee;
import org.escapement.it.sip.Caller;
import org.escapement.routing.RoutingServlet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** INVITEs of real user agents that wait in the server, and what becomes of them. */
@ExtendWith(ArquillianExtension.class)
class SuspendIT {

  private static final String NAME = "suspend";
  private static final Callee CALLEE = new Callee();
  private static final Caller CALLER = new Caller("customer.example", Server.sipPort());

  @ArquillianResource private URL application;

  private final HttpClient http = HttpClient.newHttpClient();

  @Deployment(testable = false)
  static WebArchive deployment() {
    Operators.prepare();
    return Wars.application(
            NAME,
            "async_workers=2\nserver_header=\"Server: Patient\"\nroute_locks_size=16\n",
            RoutingServlet.class,
            SuspendingRoutes.class,
            ResumingServlet.class)
        .addAsResource(new StringAsset(Integer.toString(CALLEE.port())), SuspendingRoutes.PORT);
  }

  @BeforeEach
  void open() {
    CALLER.awaitServer();
  }

  @AfterAll
  static void stop() {
    CALLER.close();
    CALLEE.close();
  }

  private String ask(HttpRequest.Builder request, String query) {
    URI uri = URI.create(application.toString()).resolve("suspended?" + query);
    try {
      return http.send(request.uri(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The handle of the request for a user, once it waits. */
  private String handle(String user) {
    Await.until(
        () -> "the handle of " + user,
        () -> !ask(HttpRequest.newBuilder(), "user=" + user).isEmpty());
    return ask(HttpRequest.newBuilder(), "user=" + user);
  }

  private String resume(String handle, String route) {
    return ask(
        HttpRequest.newBuilder().POST(BodyPublishers.noBody()),
        "handle=" + handle + "&route=" + route);
  }

  @Test
  void resumedInvite_goesOnWhereItsRouteSendsIt_andItsDialogLives() {
    Call call = CALLER.invite("wait-one");
    String handle = handle("wait-one");
    assertThat(call.isAnswered()).isFalse();
    assertThat(CALLEE.calls("wait-one")).isEmpty();

    assertThat(resume(handle, "GO_ON")).isEqualTo("DONE");

    assertThat(call.status()).isEqualTo(Response.OK);
    assertThat(CALLEE.calls("wait-one")).hasSize(1);
    assertThat(call.within(Request.BYE).getStatusCode()).isEqualTo(Response.OK);
    assertThat(resume(handle, "GO_ON")).isEqualTo("RESUMED_BEFORE");
    assertThat(CALLEE.calls("wait-one")).hasSize(1);
  }

  @Test
  void cancelWhileSuspended_is487_andTheHandleIsOfNoUse() {
    Call call = CALLER.invite("wait-given-up");
    String handle = handle("wait-given-up");

    assertThat(call.cancel().getStatusCode()).isEqualTo(Response.OK);

    assertThat(call.status()).isEqualTo(Response.REQUEST_TERMINATED);
    Await.until(
        () -> "the end of the wait of " + handle,
        () -> resume(handle, "GO_ON").equals("CANCELLED"));
    assertThat(CALLEE.calls("wait-given-up")).isEmpty();
  }

  @Test
  void waitedTooLong_isAnsweredWith408_inThisServersName() {
    Call call = CALLER.invite("short-wait");
    String handle = handle("short-wait");

    Response answer = call.answer();

    assertThat(answer.getStatusCode()).isEqualTo(Response.REQUEST_TIMEOUT);
    assertThat(answer.getHeader("Server").toString()).contains("Patient");
    assertThat(resume(handle, "GO_ON")).isEqualTo("TIMED_OUT");
    assertThat(CALLEE.calls("short-wait")).isEmpty();
  }

  @Test
  void severalAtOnce_areResumedInAnyOrder_eachByItsHandle() {
    List<String> users = new ArrayList<>();
    IntStream.range(0, 20).forEach(i -> users.add("wait-many" + i));
    List<Call> calls = users.stream().map(CALLER::invite).toList();
    List<String> handles = new ArrayList<>(users.stream().map(this::handle).toList());
    assertThat(handles).doesNotHaveDuplicates();

    Collections.reverse(handles);
    assertThat(handles).allSatisfy(h -> assertThat(resume(h, "GO_ON")).isEqualTo("DONE"));

    assertThat(calls)
        .allSatisfy(
            call -> {
              assertThat(call.status()).isEqualTo(Response.OK);
              assertThat(call.within(Request.BYE).getStatusCode()).isEqualTo(Response.OK);
            });
    assertThat(CALLEE.calls("wait-many"))
        .extracting(Callee.Arrival::user)
        .containsExactlyInAnyOrderElementsOf(users);
  }

  @Test
  void resumedRoute_mayAnswer_orSuspendAgain() {
    Call call = CALLER.invite("wait-twice");
    assertThat(resume(handle("wait-twice"), "AGAIN")).isEqualTo("DONE");
    assertThat(resume(handle("wait-twice.2"), "ANSWER")).isEqualTo("DONE");

    assertThat(call.status()).isEqualTo(Response.BUSY_HERE);
    assertThat(call.answer().getReasonPhrase()).isEqualTo("Not now");
  }

  @Test
  void resumedRouteThatFails_is500() {
    Call call = CALLER.invite("wait-fail");
    assertThat(resume(handle("wait-fail"), "FAIL")).isEqualTo("DONE");
    assertThat(call.status()).isEqualTo(Response.SERVER_INTERNAL_ERROR);
  }

  @Test
  void asyncInvites_areForwardedByWorkers() {
    Call task = CALLER.invite("task-1");
    Call nap = CALLER.invite("nap-1");

    assertThat(task.status()).isEqualTo(Response.OK);
    assertThat(nap.status()).isEqualTo(Response.OK);
    assertThat(nap.within(Request.BYE).getStatusCode()).isEqualTo(Response.OK);
    assertThat(task.within(Request.BYE).getStatusCode()).isEqualTo(Response.OK);
  }

  @Test
  void cancelWhileAsleep_is487() throws Exception {
    Call call = CALLER.invite("sleep-1");
    assertThat(call.cancel().getStatusCode()).isEqualTo(Response.OK);
    assertThat(call.status()).isEqualTo(Response.REQUEST_TERMINATED);
    assertThat(CALLEE.calls("sleep-1")).isEmpty();
    String left = rpc("tmx.list", "[]");
    assertThat(left).contains("\"result\":[").doesNotContain(call.callId());
  }

  @Test
  void operator_seesAndResumesASuspendedCall() throws Exception {
    Call call = CALLER.invite("wait-rpc");
    String[] handle = handle("wait-rpc").split(":", -1);
    assertThat(rpc("tmx.list", "[]"))
        .contains(
            "{\"index\":%s,\"label\":%s,\"method\":\"INVITE\",\"callid\":\"%s\"}"
                .formatted(handle[0], handle[1], call.callId()));

    String arguments = "[" + handle[0] + ',' + handle[1] + ",\"GO_ON\"]";
    assertThat(rpc("tmx.continue", arguments)).contains("Successfully continued");

    assertThat(call.status()).isEqualTo(Response.OK);
    assertThat(rpc("tmx.continue", arguments)).contains("\"code\":404", "RESUMED_BEFORE");
  }

  private static String rpc(String method, String arguments) throws Exception {
    return Operators.post(
            NAME,
            Operators.OPERATOR,
            "{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s,\"id\":1}"
                .formatted(method, arguments))
        .body();
  }
}
