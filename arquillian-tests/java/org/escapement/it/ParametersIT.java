package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sip.message.Response;
import org.escapement.it.sip.Call;
import org.escapement.it.sip.Callee;
import org.escapement.it.sip.Caller;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Core parameters in the server: from its file, its variables, and changes while calls run. */
@ExtendWith(ArquillianExtension.class)
class ParametersIT {

  private static final Callee CALLEE = new Callee();
  private static final Caller CALLER = new Caller("customer.example", Server.sipPort());
  private static final Path VARIABLES = Server.folder().resolve("configDropins/overrides/test.xml");

  private static final Logger LOG = Logger.getLogger(ParametersIT.class.getName());

  private final HttpClient http = HttpClient.newHttpClient();

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Wars.shaper(
            "parameters",
            """
            debug=1
            max_branches=7
            exit_timeout=30
            latency_log=2
            reply_to_via=yes
            verbose_startup=1
            route[RELAY] { exit; }
            loadmodule "shaper"
            modparam("shaper", "queue", "name=q;rate=200;next_hop=sip:127.0.0.1:PORT")
            """
                .replace("PORT", Integer.toString(CALLEE.port())))
        .addClasses(ParametersServlet.class);
  }

  @AfterEach
  void forgetVariables() throws IOException {
    Files.deleteIfExists(VARIABLES);
    await("debug", "1 META-INF/escapement.cfg:1:1");
  }

  @AfterAll
  static void stop() {
    CALLER.close();
    CALLEE.close();
  }

  @Test
  void parameters_areInjectedInEveryType() {
    assertThat(get("parameters"))
        .isEqualTo(
            "7 100 true PT30S LOG_DAEMON 2 Optional.empty Optional.empty core.debug=1"
                + " core.force_rport=false");
  }

  @Test
  void entryOfJndi_setsAParameter() {
    assertThat(get("parameters?name=latency_limit_db"))
        .isEqualTo("700 JNDI escapement/latency_limit_db");
  }

  @Test
  void start_tellsAllParametersWhatHasNoEffectAndWhichRoutesAreMissing() throws IOException {
    assertThat(Server.log())
        .anyMatch(line -> line.contains("the setting reply_to_via=yes has no effect here"))
        .anyMatch(line -> line.contains("route[RELAY]: no Java route"))
        .anyMatch(line -> line.contains("ESC001809: core.timers: shaper.q"))
        .anyMatch(line -> line.contains("ESC001809: core.listen: none"))
        .anyMatch(line -> line.contains("ESC001809: core.routes: none"))
        .anyMatch(line -> line.matches(".*ESC001809: max_branches +7 +META-INF.*:2:1 +app"));
  }

  @Test
  void debugChangedInTheServersVariables_takesEffectWhileCallsRun_andLosesNone() throws Exception {
    CALLER.awaitServer();
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<List<Call>> calls =
        CompletableFuture.supplyAsync(
            () -> {
              List<Call> made = new ArrayList<>();
              while (!enough.get()) {
                Call call = CALLER.invite("live" + made.size());
                made.add(call);
                Await.until(() -> "an answer", call::isAnswered);
              }
              return made;
            });

    List<Long> millis = new ArrayList<>();
    for (String debug : List.of("3", "-1", "2", "0")) {
      long begin = System.nanoTime();
      set(debug);
      await("debug", debug + " variable escapement.debug");
      millis.add((System.nanoTime() - begin) / 1_000_000);
    }
    assertThat(get("parameters")).contains("core.debug=0");
    enough.set(true);

    assertThat(calls.get())
        .isNotEmpty()
        .allSatisfy(call -> assertThat(call.status()).isEqualTo(Response.OK));
    LOG.log(
        Level.INFO,
        "Changes of debug in the server''s files took effect after {0} ms, beside {1} calls",
        new Object[] {millis, calls.get().size()});
  }

  @Test
  void refusedVariable_leavesTheOldValue_andIsLogged() throws IOException {
    set("2");
    await("debug", "2 variable escapement.debug");
    set("loud");
    Await.until(() -> "a warning", () -> logHas("variable escapement.debug: the value 'loud'"));

    assertThat(get("parameters?name=debug")).isEqualTo("2 variable escapement.debug");
  }

  @Test
  void runTimeChange_takesPrecedenceUntilItIsReset() throws IOException {
    set("2");
    await("debug", "2 variable escapement.debug");

    assertThat(post("parameters?name=debug&value=-2")).isEqualTo(200);
    assertThat(get("parameters?name=debug")).isEqualTo("-2 test");
    assertThat(post("parameters?name=max_branches&value=3")).isEqualTo(400);
    assertThat(post("parameters?name=debug")).isEqualTo(200);
    assertThat(get("parameters?name=debug")).isEqualTo("2 variable escapement.debug");
  }

  private static void set(String debug) throws IOException {
    Files.createDirectories(VARIABLES.getParent());
    Path prepared = VARIABLES.resolveSibling("test.new");
    Files.writeString(
        prepared, "<server><variable name=\"escapement.debug\" value=\"" + debug + "\"/></server>");
    Files.move(prepared, VARIABLES, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private void await(String name, String expected) {
    Await.until(
        () -> name + " = " + expected + " instead of " + get("parameters?name=" + name),
        () -> get("parameters?name=" + name).equals(expected));
  }

  private static boolean logHas(String text) {
    try {
      return Server.log().stream().anyMatch(line -> line.contains(text));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET()).body();
  }

  private int post(String path) {
    return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.noBody()))
        .statusCode();
  }

  private URI uri(String path) {
    return URI.create(application.toString()).resolve(path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
