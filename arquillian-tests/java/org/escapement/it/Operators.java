package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.escapement.login.Role;
import org.escapement.login.Users;

/** The users of the server under test, and their ways in. */
final class Operators {

  static final String OPERATOR = "operator:" + Users.newPassword();
  static final String VIEWER = "viewer:" + Users.newPassword();

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private Operators() {}

  /** Writes the users before an application that reads them is deployed. */
  static void prepare() {
    try {
      Files.createDirectories(rundir());
      Files.write(
          rundir().resolve("users"),
          List.of(line(OPERATOR, Role.OPERATOR), line(VIEWER, Role.VIEWER)),
          UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(String credentials, Role role) {
    String[] parts = credentials.split(":", 2);
    return Users.line(parts[0], role, parts[1]);
  }

  static Path rundir() {
    return Path.of(System.getProperty("it.rundir"));
  }

  /**
   * Posts JSON to {@code /rpc}.
   *
   * @param credentials {@code user:password}, or empty for none
   * @param headers names and values in turn
   */
  static HttpResponse<String> post(
      String application, String credentials, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    "http://127.0.0.1:"
                        + Integer.getInteger("it.http.port")
                        + '/'
                        + application
                        + "/rpc"))
            .setHeader("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!credentials.isEmpty()) {
      String token = Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8));
      request.setHeader("Authorization", "Basic " + token);
    }
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
