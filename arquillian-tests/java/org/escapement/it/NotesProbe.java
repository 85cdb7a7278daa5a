package org.escapement.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;

/** Reads what the {@link NotesServlet} of a deployment shows. */
final class NotesProbe {

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI uri;

  NotesProbe(URL application) {
    uri = URI.create(application.toString()).resolve("notes");
  }

  List<String> all() {
    try {
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
          .body()
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The rest of the note that begins so, once it is there. */
  String await(String begin) {
    Await.until(() -> begin + " in " + all(), () -> find(begin).isPresent());
    return find(begin).orElseThrow();
  }

  private Optional<String> find(String begin) {
    return all().stream()
        .filter(note -> note.startsWith(begin))
        .map(note -> note.substring(begin.length()))
        .findFirst();
  }
}
