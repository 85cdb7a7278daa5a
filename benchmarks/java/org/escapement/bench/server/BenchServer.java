package org.escapement.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.escapement.bench.Main;
import org.escapement.bench.Report;

/** The server with the WAR of the benchmarks, set up as {@code ./run} sets it up. */
public final class BenchServer implements AutoCloseable {

  private static final String SERVER = "bench";

  /** Liberty's message for an application that cannot start. */
  private static final String FAILED = "CWWKZ0002E";

  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final HttpClient http = HttpClient.newHttpClient();
  private final ChildProcess process;
  private final int httpPort;
  private final int sipPort;

  private BenchServer(ChildProcess process, int httpPort, int sipPort) {
    this.process = process;
    this.httpPort = httpPort;
    this.sipPort = sipPort;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param purpose the name that {@code bench.cfg} asks for
   * @param progress told what goes on
   */
  public static BenchServer start(String purpose, Consumer<String> progress)
      throws IOException, InterruptedException {
    progress.accept("starting the server of the benchmarks");
    Path home = Main.home();
    Path rundir = Report.folder().resolve("server");
    int httpPort = FreePort.find();
    int sipPort = FreePort.find();
    layOut(home, rundir, purpose, httpPort, sipPort);
    ProcessBuilder builder =
        new ProcessBuilder(home.resolve("target/liberty/wlp/bin/server").toString(), "run", SERVER);
    builder.environment().put("WLP_USER_DIR", rundir.resolve("usr").toString());
    builder.environment().put("LOG_DIR", rundir.resolve("logs").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    BenchServer server =
        new BenchServer(
            ChildProcess.start(builder, rundir.resolve("console.log")), httpPort, sipPort);
    server.awaitReady();
    return server;
  }

  private static void layOut(Path home, Path rundir, String purpose, int httpPort, int sipPort)
      throws IOException {
    Path server = rundir.resolve("usr/servers").resolve(SERVER);
    Path overrides = server.resolve("configDropins/overrides");
    Files.createDirectories(overrides);
    Path sources = home.resolve("src/main/liberty/config");
    for (String file : List.of("server.xml", "application.xml", "jvm.options")) {
      Files.copy(sources.resolve(file), server.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Files.writeString(
        overrides.resolve("listen.xml"),
        """
        <server>
          <sipEndpoint id="defaultSipEndpoint" host="127.0.0.1" sipUDPPort="%d" sipTCPPort="-1" sipTLSPort="-1"/>
        </server>
        """
            .formatted(sipPort),
        UTF_8);
    Path war = rundir.resolve("bench.war");
    new BenchWar(home).write(war);
    Files.writeString(
        server.resolve("bootstrap.properties"),
        """
        escapement.war=%s
        escapement.config=%s
        escapement.define.%s=yes
        escapement.http.host=127.0.0.1
        escapement.http.port=%d
        """
            .formatted(war, home.resolve("benchmarks/bench.cfg"), purpose, httpPort),
        UTF_8);
  }

  private void awaitReady() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < START_LIMIT.toNanos()) {
      process.requireAlive();
      if (process.hasSaid(FAILED)) {
        process.close();
        throw new IOException("the application cannot start; see " + process.log());
      }
      try {
        get("/lateness/subjects");
        return;
      } catch (IOException e) { // not yet
        Thread.sleep(200);
      }
    }
    process.close();
    throw new IOException("the server has not answered within " + START_LIMIT);
  }

  /** The port for SIP over UDP. */
  public int sipPort() {
    return sipPort;
  }

  /**
   * Asks the WAR by HTTP.
   *
   * @return the body of its answer
   * @throws IOException if that is not 200
   */
  public String get(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path)).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(path + " was answered " + response.statusCode());
    }
    return response.body();
  }

  @Override
  public void close() {
    process.close();
  }
}
