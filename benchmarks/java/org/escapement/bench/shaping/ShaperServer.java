package org.escapement.bench.shaping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.escapement.bench.Main;
import org.escapement.bench.Report;
import org.escapement.bench.server.ChildProcess;
import org.escapement.bench.server.FreePort;

/** Escapement as {@code ./run} starts it, with one queue. */
final class ShaperServer implements AutoCloseable {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final String CONFIGURATION =
      """
      loadmodule "ptimer"
      loadmodule "shaper"
      modparam("shaper", "queue", "name=bench;rate=%d;size=10000;max_wait=30s;next_hop=sip:%s")
      """;

  private final ChildProcess process;
  private final int sipPort;

  private ShaperServer(ChildProcess process, int sipPort) {
    this.process = process;
    this.sipPort = sipPort;
  }

  /**
   * Starts it and waits until it is ready.
   *
   * @param rate calls a second
   * @param nextHop where they go
   * @param progress told what goes on
   */
  static ShaperServer start(int rate, String nextHop, Consumer<String> progress)
      throws IOException, InterruptedException {
    progress.accept("starting Escapement");
    Path home = Main.home();
    Path rundir = Report.folder().resolve("shaper");
    Files.createDirectories(rundir);
    Path configuration = rundir.resolve("bench.cfg");
    Files.writeString(configuration, CONFIGURATION.formatted(rate, nextHop), UTF_8);
    int sipPort = FreePort.find();
    Path web = home.resolve("target/escapement/WEB-INF");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Descapement.home=" + home,
            "-cp",
            web.resolve("classes") + ":" + web.resolve("lib") + "/*",
            "org.escapement.launch.Main",
            "-f",
            configuration.toString(),
            "-l",
            "udp:127.0.0.1:" + sipPort,
            "--http",
            "127.0.0.1:" + FreePort.find(),
            "--rundir",
            rundir.toString());
    ShaperServer server =
        new ShaperServer(ChildProcess.start(builder, rundir.resolve("console.log")), sipPort);
    server.awaitReady();
    return server;
  }

  private void awaitReady() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (!process.hasSaid("Escapement is ready")) {
      process.requireAlive();
      if (System.nanoTime() - begin > START_LIMIT.toNanos()) {
        process.close();
        throw new IOException("Escapement is not ready after " + START_LIMIT);
      }
      Thread.sleep(200);
    }
  }

  int sipPort() {
    return sipPort;
  }

  @Override
  public void close() {
    process.close();
  }
}
