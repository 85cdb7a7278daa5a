package org.escapement.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sip.message.Response;
import org.escapement.it.sip.Flood;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Ten thousand requests asleep at the same time, on the threads of four workers. */
@ExtendWith(ArquillianExtension.class)
class AsyncIT {

  private static final String NAME = "async";
  private static final int WORKERS = 4;

  /** As many datagrams as the server's socket keeps while the server is still warming up. */
  private static final int BATCH = 500;

  @ArquillianResource private Deployer deployer;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive deployment() {
    return Wars.application(NAME, "async_workers=" + WORKERS + "\n", SleepingServlet.class);
  }

  @Test
  void tenThousandSleepers_holdNoThread_andAreAllAnswered() throws IOException {
    int logged = Server.log().size();
    deployer.deploy(NAME);
    try (Server server = Server.connect();
        Flood flood = new Flood(Server.sipPort())) {
      for (int sent = BATCH; sent <= SleepingServlet.ALL; sent += BATCH) {
        flood.send(BATCH);
        awaitCount(server, SleepingServlet.COME, sent);
      }
      awaitCount(server, SleepingServlet.ASLEEP, SleepingServlet.ALL);
      List<String> busy = threadsInRoutes(server);

      Map<String, Integer> answers = flood.answers(SleepingServlet.ALL);

      assertThat(busy).as("threads in the servlet's code").hasSizeLessThanOrEqualTo(WORKERS);
      assertThat(answers).hasSize(SleepingServlet.ALL);
      assertThat(answers.values()).containsOnly(Response.OK);
      assertThat(Integer.parseInt(server.properties().get(SleepingServlet.THREADS)))
          .isBetween(1, WORKERS);
      assertThat(Server.log().stream().skip(logged))
          .as("overload of the container's own queue")
          .noneMatch(line -> line.contains("CWSCT0346E"));
    } finally {
      deployer.undeploy(NAME);
    }
  }

  /** Waits until the servlet has noted so many. */
  private static void awaitCount(Server server, String property, int count) {
    Await.until(
        () -> count + " in " + property + ", there are " + noted(server, property),
        () -> noted(server, property) >= count);
  }

  private static int noted(Server server, String property) {
    try {
      return Integer.parseInt(server.properties().getOrDefault(property, "0"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Threads that sleep or wait on behalf of a request; the idle workers are none. */
  private static List<String> threadsInRoutes(Server server) throws IOException {
    return server.threads().stream()
        .filter(
            thread ->
                Arrays.stream(thread.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().endsWith("SleepingServlet")))
        .map(thread -> thread.getThreadName())
        .toList();
  }
}
