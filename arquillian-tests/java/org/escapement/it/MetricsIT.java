package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;
import org.escapement.metrics.Measure;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What collectors, load balancers and operators read of a server, and who may. */
@ExtendWith(ArquillianExtension.class)
class MetricsIT {

  private static final String APPLICATION = "measured";
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int UNAVAILABLE = 503;

  private final HttpClient http = HttpClient.newHttpClient();

  @Deployment(testable = false)
  static WebArchive measured() {
    Operators.prepare();
    return Wars.shaper(
            APPLICATION,
            """
            loadmodule "ptimer"
            loadmodule "shaper"
            modparam("ptimer", "timer", "name=steady;type=1;interval=100ms;nworkers=2")
            modparam("ptimer", "loop", "timer=steady;route=QUIET")
            modparam("ptimer", "timer", "name=failing;type=1;interval=200ms")
            modparam("ptimer", "loop", "timer=failing;route=FAILING")
            modparam("ptimer", "timer", "name=hanging;interval=3600s;executor=dedicated;autostart=no")
            modparam("ptimer", "loop", "timer=hanging;route=HANGING")
            modparam("ptimer", "timer", "name=freeing;interval=3600s;autostart=no")
            modparam("ptimer", "loop", "timer=freeing;route=FREEING")
            modparam("shaper", "queue", "name=customer_1;rate=50;next_hop=sip:127.0.0.1:1")
            """)
        .addClasses(ConsoleRoutes.class, HangingRoutes.class)
        .addAsResource(
            new StringAsset("escapement.health.longest_run=200ms\n"),
            "META-INF/microprofile-config.properties");
  }

  /**
   * Reads a page.
   *
   * @param credentials {@code user:password}, or empty for none
   */
  private HttpResponse<String> get(String path, String credentials) {
    URI uri = URI.create("http://127.0.0.1:" + Server.httpPort() + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).GET();
    if (!credentials.isEmpty()) {
      request.setHeader(
          "Authorization",
          "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String metrics() {
    return get("/metrics", Operators.VIEWER).body();
  }

  private HttpResponse<String> health(String kind) {
    return get("/health/" + kind, "");
  }

  private static String rpc(String credentials, String method, String params)
      throws IOException, InterruptedException {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}".formatted(method, params);
    return Operators.post(APPLICATION, credentials, body).body();
  }

  @Test
  void metrics_areForThoseWhoLogIn() {
    for (String path :
        List.of("/metrics", "/metrics/", "/metrics/application", "/metrics/vendor")) {
      HttpResponse<String> refused = get(path, "");
      assertThat(refused.statusCode()).as(path).isEqualTo(UNAUTHORIZED);
      assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
      assertThat(refused.body()).doesNotContain("escapement_");
    }
    assertThat(get("/metrics", "viewer:wrong").statusCode()).isEqualTo(UNAUTHORIZED);
    assertThat(get("/metrics", Operators.VIEWER).statusCode()).isEqualTo(OK);
    assertThat(get("/metrics", Operators.OPERATOR).statusCode()).isEqualTo(OK);
  }

  @Test
  void metrics_haveEveryName_ofTheProgramAndOfTheDashboard() throws IOException {
    List<String> names =
        Arrays.stream(Measure.values())
            .flatMap(measure -> measure.exposedNames().stream())
            .toList();
    Await.until(() -> "all names at /metrics", () -> names.stream().allMatch(metrics()::contains));

    String body = metrics();
    assertThat(body).contains(names.toArray(String[]::new));
    String dashboard = Files.readString(Path.of("docs/grafana/escapement.json"));
    assertThat(
            Pattern.compile("application_escapement_\\w+")
                .matcher(dashboard)
                .results()
                .map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(body).containsPattern("(?m)^" + name + "\\{"));
  }

  @Test
  void metrics_tellTimersWorkersQueuesAndStatistics() {
    String body = metrics();

    assertThat(body)
        .containsPattern(line("timer_ticks_total", "timer=\"steady\"", "[1-9]\\d*"))
        .containsPattern(line("timer_missed_total", "timer=\"steady\"", "\\d+"))
        .containsPattern(line("timer_errors_total", "timer=\"failing\"", "[1-9]\\d*"))
        .containsPattern(
            line("timer_lateness_seconds", "quantile=\"0.99\"[^}]*timer=\"steady\"", "[0-9.E-]+"))
        .containsPattern(
            line("timer_runtime_seconds", "quantile=\"0.5\"[^}]*timer=\"steady\"", "[0-9.E-]+"))
        .containsPattern(line("worker_ticks_total", "timer=\"steady\"[^}]*worker=\"1\"", "\\d+"))
        .containsPattern(line("worker_running", "timer=\"hanging\"[^}]*worker=\"0\"", "[01]"))
        .containsPattern(line("queue_rate", "queue=\"customer_1\"", "50"))
        .containsPattern(line("statistic", "group=\"async\"[^}]*name=\"tasks_queued\"", "0"));
  }

  private static String line(String name, String labels, String value) {
    return "(?m)^application_escapement_" + name + "\\{[^}]*" + labels + "[^}]*\\} " + value;
  }

  @Test
  void health_isUp_withoutLogin() {
    for (String kind : List.of("started", "ready", "live")) {
      Await.until(() -> kind, () -> health(kind).statusCode() == OK);
      assertThat(health(kind).body()).contains("\"UP\"").contains("escapement-");
    }
  }

  @Test
  void routeThatHangs_isNamedByHealth_untilItIsFree() throws Exception {
    rpc(Operators.OPERATOR, "ptimer.loop", "[\"hanging\"]");
    Await.until(() -> "not live", () -> health("live").statusCode() == UNAVAILABLE);
    assertThat(health("live").body())
        .contains("\"DOWN\"")
        .contains("route HANGING of timer hanging, worker 0, has been running for ");

    rpc(Operators.OPERATOR, "ptimer.loop", "[\"freeing\"]");
    Await.until(() -> "live again", () -> health("live").statusCode() == OK);
  }

  @Test
  void serverWhoseOnlyQueueDrains_isNotReady() throws Exception {
    rpc(Operators.OPERATOR, "shaper.drain", "[\"customer_1\"]");
    Await.until(() -> "not ready", () -> health("ready").statusCode() == UNAVAILABLE);
    assertThat(health("ready").body()).contains("queue customer_1 takes no calls");

    rpc(Operators.OPERATOR, "shaper.continue", "[\"customer_1\"]");
    Await.until(() -> "ready again", () -> health("ready").statusCode() == OK);
  }

  @Test
  void jmx_showsTheSame() throws Exception {
    try (Server server = Server.connect()) {
      ObjectName steady = bean("Timer", "steady");
      Await.until(() -> "the bean of steady", () -> number(server, steady, "Ticks") > 0);
      assertThat(server.attribute(steady, "Interval")).isEqualTo("100ms");
      assertThat(server.attribute(steady, "RunningWorkers")).isEqualTo(2);
      assertThat(number(server, steady, "LatenessP99Nanos")).isNotNegative();
      assertThat(number(server, bean("Timer", "failing"), "Errors")).isPositive();
      assertThat(server.attribute(bean("Queue", "customer_1"), "Rate")).isEqualTo(50L);
      assertThat(server.attribute(bean("Health", "health"), "Started")).isEqualTo(true);
    }
  }

  private static ObjectName bean(String type, String name) throws JMException {
    return new ObjectName(
        "org.escapement:type=%s,application=\"%s\",name=\"%s\"".formatted(type, APPLICATION, name));
  }

  /** Negative if there is no such bean yet. */
  private static long number(Server server, ObjectName bean, String attribute) {
    try {
      return ((Number) server.attribute(bean, attribute)).longValue();
    } catch (IOException | JMException e) {
      return -1;
    }
  }

  @Test
  void lastEvents_areToldToWhoeverMaySee() throws Exception {
    rpc(Operators.OPERATOR, "ptimer.pause", "[\"steady\",7]");
    Await.until(
        () -> "an error among the events", () -> events("[]").contains("the ledger is closed"));

    assertThat(events("[]"))
        .contains("\"kind\":\"error\",\"source\":\"failing\",\"text\":\"route FAILING, worker 0")
        .contains("\"kind\":\"command\",\"source\":\"operator (http 127.0.0.1)\"")
        .contains("ptimer.pause steady 7: Invalid worker 7");
    assertThat(events("[1]").split("\"number\":", -1)).hasSize(2);
    assertThat(events("[1001]")).contains("\"code\":400");
  }

  private static String events(String params) {
    try {
      return rpc(Operators.VIEWER, "core.events", params);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
