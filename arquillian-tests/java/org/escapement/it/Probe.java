package org.escapement.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.escapement.shaping.CallCounters;

/** Asks the {@link ProbeServlet} of a deployment. */
final class Probe {

  private static final int OK = 200;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  Probe(URL application) {
    base = URI.create(application.toString());
  }

  /** Waits until a queue is there: servlets come to be only after the deployment. */
  void awaitQueue(String queue) {
    Await.until(() -> "queue " + queue, () -> get(queue).statusCode() == OK);
  }

  CallCounters counters(String queue) {
    long[] values =
        Arrays.stream(sound(get(queue)).split(" ")).mapToLong(Long::parseLong).toArray();
    return new CallCounters(
        values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
  }

  /** Waits until a queue holds so many calls. */
  void awaitWaiting(String queue, long calls) {
    Await.until(
        () -> calls + " waiting calls in " + counters(queue),
        () -> counters(queue).waiting() == calls);
  }

  void pause(String timer) {
    command(timer, "pause");
  }

  void resume(String timer) {
    command(timer, "resume");
  }

  private void command(String timer, String command) {
    sound(
        send(
            HttpRequest.newBuilder(uri("timer=" + timer + "&command=" + command))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build()));
  }

  private HttpResponse<String> get(String queue) {
    return send(HttpRequest.newBuilder(uri("queue=" + queue)).GET().build());
  }

  private URI uri(String query) {
    return base.resolve("probe?" + query);
  }

  private static String sound(HttpResponse<String> response) {
    if (response.statusCode() != OK) {
      throw new AssertionError(response + ": " + response.body());
    }
    return response.body();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
