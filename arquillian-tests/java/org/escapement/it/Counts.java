package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;

/** What the {@link CountsServlet} of a deployment counts from one moment on. */
final class Counts {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI uri;
  private Map<String, Long> before = Map.of();

  Counts(URL application, String... groups) {
    uri =
        URI.create(application.toString())
            .resolve("counts?group=" + String.join("&group=", groups));
  }

  /** Begins when no transaction is under way any more: an answer leaves before it is counted. */
  void begin() {
    Await.until(
        () -> "the end of all transactions",
        () -> {
          before = read();
          return before.getOrDefault("tmx:active_transactions", 0L) == 0;
        });
  }

  private Map<String, Long> read() {
    Map<String, Long> all = new TreeMap<>();
    try {
      http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
          .body()
          .lines()
          .forEach(
              line -> {
                int blank = line.indexOf(' ');
                all.put(line.substring(0, blank), Long.valueOf(line.substring(blank + 1)));
              });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return all;
  }

  /** What has changed, by how much. */
  private Map<String, Long> changes() {
    Map<String, Long> now = read();
    before.forEach((name, value) -> now.computeIfPresent(name, (n, v) -> v - value));
    now.values().removeIf(value -> value == 0);
    return now;
  }

  /**
   * Waits until exactly these have changed, by so much.
   *
   * @param groups each as {@code group: name=value name=value}
   */
  void awaitExactly(String... groups) {
    Map<String, Long> expected = new TreeMap<>();
    for (String group : groups) {
      int colon = group.indexOf(':');
      for (String pair : group.substring(colon + 1).strip().split(" ", -1)) {
        int equals = pair.indexOf('=');
        expected.put(
            group.substring(0, colon + 1) + pair.substring(0, equals),
            Long.valueOf(pair.substring(equals + 1)));
      }
    }
    try {
      Await.until(() -> "the counts", () -> changes().equals(expected));
    } catch (AssertionError e) {
      assertThat(changes()).isEqualTo(expected);
      throw e;
    }
  }

  /** Waits until one has grown by so much, at least. */
  void awaitAtLeast(String name, long more) {
    Await.until(
        () -> name + " to grow by " + more + ": " + changes(),
        () -> changes().getOrDefault(name, 0L) >= more);
  }
}
