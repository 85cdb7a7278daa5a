package org.escapement.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.escapement.config.Configuration;

/** One run of the server, from the check of its ports to its end. */
final class Launch {

  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration UNLIMITED = Duration.ofDays(365);

  /** What the server may take to stop beside the end routes. */
  private static final Duration SERVER_STOP = Duration.ofSeconds(30);

  private static final int PROBE_MILLIS = 500;
  private static final int FAILED = 1;

  private final ServerDirectory directory;
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  Launch(Path home, Path rundir) {
    this.directory = new ServerDirectory(home, rundir);
  }

  /**
   * Runs the server until it ends.
   *
   * @return the exit status
   * @throws LaunchException if it cannot be started
   */
  int run(
      Path file,
      Configuration configuration,
      Map<String, String> defines,
      ServerPlan plan,
      WebAddresses web)
      throws InterruptedException {
    Duration stopLimit = stopLimit(plan.parameters().duration("exit_timeout"));
    plan.requireFree();
    Ports.requireFree(web.http());
    Ports.requireFree(web.https());
    Optional<Rehearsal> rehearsal = Rehearsal.prepare(configuration, plan.present());
    Map<String, String> variables =
        new HashMap<>(rehearsal.map(Rehearsal::variables).orElse(Map.of()));
    if (configuration.setting("rundir").isEmpty()) {
      variables.put("escapement.rundir", directory.rundir().toString());
    }
    directory.write(file, defines, plan, web, variables);
    ServerProcess server = ServerProcess.start(directory, out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(stopLimit), "stop server"));
    if (!awaitReady(server, plan.present(), web)) {
      err.println(
          "./run: Escapement did not start; the reason is above, and in "
              + directory.logs().resolve("messages.log"));
      server.stop(Duration.ofSeconds(10));
      return FAILED;
    }
    if (!rehearsal.map(Rehearsal::run).orElse(true)) {
      err.println(
          "./run: not all calls of the rehearsal came back; the first calls may leave less evenly");
    }
    out.println(
        "HTTPS is at https://"
            + web.https().uriHost()
            + ':'
            + web.https().port()
            + "/ with the certificate "
            + directory.certificate());
    directory.newPasswords().forEach(made -> out.println("A new password is in " + made));
    out.println(
        "Escapement is ready: sip="
            + plan.listens().stream().map(Endpoint::toString).collect(Collectors.joining(","))
            + " http=http://"
            + web.http().uriHost()
            + ':'
            + web.http().port()
            + "/ config="
            + file);
    return server.awaitExit() == 0 ? 0 : FAILED;
  }

  /** Long enough for end routes to take the exit timeout; 0 lets them take any time. */
  private static Duration stopLimit(Duration exitTimeout) {
    return exitTimeout.isZero() ? UNLIMITED : exitTimeout.plus(SERVER_STOP);
  }

  private static boolean awaitReady(ServerProcess server, List<Endpoint> listens, WebAddresses web)
      throws InterruptedException {
    long begin = System.nanoTime();
    while (!server.failed() && System.nanoTime() - begin < START_LIMIT.toNanos()) {
      if (accepts(web.http())
          && accepts(web.https())
          && listens.stream().allMatch(listen -> new SipProbe(listen, PROBE_MILLIS).answered())) {
        return true;
      }
      Thread.sleep(100);
    }
    return false;
  }

  private static boolean accepts(Endpoint endpoint) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.reachable(), endpoint.port()), PROBE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
