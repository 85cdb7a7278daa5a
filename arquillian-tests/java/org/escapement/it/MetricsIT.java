package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.escapement.metrics.Measure;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What collectors and load balancers read of a server. */
@ExtendWith(ArquillianExtension.class)
class MetricsIT {

  private static final int OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();

  @Deployment(testable = false)
  static WebArchive measured() {
    return Wars.shaper(
            "measured",
            """
            loadmodule "ptimer"
            loadmodule "shaper"
            modparam("ptimer", "timer", "name=steady;type=1;interval=100ms;nworkers=2")
            modparam("ptimer", "loop", "timer=steady;route=QUIET")
            modparam("shaper", "queue", "name=customer_1;rate=50;next_hop=sip:127.0.0.1:1")
            """)
        .addClasses(ConsoleRoutes.class);
  }

  private HttpResponse<String> get(String path) {
    URI uri = URI.create("http://127.0.0.1:" + Server.httpPort() + path);
    try {
      return http.send(
          HttpRequest.newBuilder(uri).GET().build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Test
  void metrics_haveEveryName() {
    List<String> names =
        Arrays.stream(Measure.values())
            .filter(measure -> measure != Measure.STATISTIC)
            .flatMap(measure -> measure.exposedNames().stream())
            .filter(name -> !name.endsWith("_sum"))
            .toList();
    Await.until(
        () -> "all names at /metrics",
        () -> names.stream().allMatch(get("/metrics/application").body()::contains));

    String metrics = get("/metrics/application").body();
    assertThat(metrics).contains(names.toArray(String[]::new));
    assertThat(metrics)
        .containsPattern(
            "application_escapement_timer_lateness_seconds\\{[^}]*timer=\"steady\"[^}]*\\} [0-9.E-]+")
        .containsPattern("application_escapement_queue_rate\\{[^}]*queue=\"customer_1\"[^}]*\\} 50");
  }

  @Test
  void health_isUp_withoutLogin() {
    for (String kind : List.of("started", "ready", "live")) {
      Await.until(() -> kind, () -> get("/health/" + kind).statusCode() == OK);
      assertThat(get("/health/" + kind).body()).contains("\"UP\"").contains("escapement-");
    }
  }
}
