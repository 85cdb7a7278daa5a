package org.escapement.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** Asks the {@link RoutingProbeServlet} of a deployment. */
final class RoutingProbe {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  RoutingProbe(URL application) {
    base = URI.create(application.toString()).resolve("routing");
  }

  /** The routes that ran, in order. */
  List<String> notes() {
    return send(HttpRequest.newBuilder(base).build()).lines().toList();
  }

  void clear() {
    send(HttpRequest.newBuilder(base).POST(BodyPublishers.noBody()).build());
  }

  /** The value of a statistic. */
  long count(String name) {
    return Long.parseLong(
        send(HttpRequest.newBuilder(URI.create(base + "?count=" + name)).build()));
  }

  private String send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
