package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pseudo-variables, queues and statistics as routes and a servlet in the server have them. */
@ExtendWith(ArquillianExtension.class)
class VariablesIT {

  private static final int PATIENCE_MILLIS = 500;

  /** The container adds to headers, such as where a message came from, and drops blanks. */
  private static final int SLACK = 60;

  private static final String CONFIGURATION =
      """
      #!define WITH_LIMIT on
      pv_buffer_size=4096
      caller.realm = "example.com" desc "realm"
      loadmodule "pv"
      loadmodule "statistics"
      loadmodule "mqueue"
      loadmodule "ptimer"
      modparam("pv", "shvset", "limit=i:5")
      modparam("pv", "varset", "greeting=s:hello")
      modparam("statistics", "variable", "heard")
      modparam("mqueue", "mqueue", "name=calls;size=100")
      modparam("ptimer", "timer", "name=speaking;type=3;interval=10ms;ntasks=1000;nslices=80")
      modparam("ptimer", "start", "timer=speaking;route=SPEAK_START")
      modparam("ptimer", "loop", "timer=speaking;route=SPEAK")
      """;

  @ArquillianResource private Deployer deployer;

  @Deployment(testable = false)
  static WebArchive deployment() {
    return Wars.application(
        "variables", CONFIGURATION, ListeningServlet.class, SpeakingRoutes.class);
  }

  @Deployment(name = "unknown_variable", managed = false, testable = false)
  static WebArchive unknownVariable() {
    return Wars.application(
        "unknown_variable", "log_prefix=\"call $hrd(X): \"\n", ListeningServlet.class);
  }

  /** What the servlet answers; it comes to be only after the deployment, so this asks again. */
  private static String exchange(DatagramSocket socket, String request) throws IOException {
    byte[] sent = request.getBytes(UTF_8);
    byte[] room = new byte[8192];
    InetAddress loopback = InetAddress.getLoopbackAddress();
    String[] received = {""};
    Await.until(
        () -> "an answer 200, last " + received[0],
        () -> {
          try {
            socket.send(new DatagramPacket(sent, sent.length, loopback, Server.sipPort()));
            DatagramPacket answer = new DatagramPacket(room, room.length);
            socket.receive(answer);
            received[0] = new String(room, 0, answer.getLength(), UTF_8);
            return received[0].startsWith("SIP/2.0 200");
          } catch (SocketTimeoutException e) {
            return false;
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    return received[0];
  }

  private static String message(int port, String callId) {
    String uri = "sip:alice@127.0.0.1:" + Server.sipPort() + ";a=b";
    return String.join(
        "\r\n",
        "MESSAGE " + uri + " SIP/2.0",
        "Via: SIP/2.0/UDP 127.0.0.1:" + port + ";branch=z9hG4bK-" + callId,
        "From: <sip:bob@biloxi.com>;tag=" + callId,
        "To: <sip:alice@atlanta.com>",
        "Call-ID: " + callId,
        "CSeq: 17 MESSAGE",
        "Max-Forwards: 70",
        "User-Agent: Tester 1.0",
        "X: one",
        "X: two",
        "Content-Type: text/plain",
        "Content-Length: 5",
        "",
        "hello");
  }

  private static int lengthIn(String answer) {
    Matcher length = Pattern.compile("\\nLength: (\\d+)").matcher(answer);
    assertThat(length.find()).as(answer).isTrue();
    return Integer.parseInt(length.group(1));
  }

  private static void awaitLogged(String text) {
    Await.until(
        () -> "a line of the log with: " + text,
        () -> {
          try {
            return Server.log().stream().anyMatch(line -> line.contains(text));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void timersRoute_readsAndSetsItsTimer() {
    awaitLogged("speaking/0 begins with slice 40, hello, limit 5, on, example.com, buffer 4096");
  }

  @Test
  void servlet_readsTheMessage_andATimersRouteFetchesWhatItQueued() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String callId = "variables-" + Long.toHexString(System.nanoTime());
      String request = message(socket.getLocalPort(), callId);
      String answer = exchange(socket, request);

      assertThat(answer)
          .contains(
              "MESSAGE sip:alice@127.0.0.1:"
                  + Server.sipPort()
                  + ";a=b|bob|two|2|17|udp|127.0.0.1|Tester 1.0|3|b|hello|1|<null>");
      assertThat(lengthIn(answer)).isBetween(request.length() - SLACK, request.length() + SLACK);
      awaitLogged("speaking fetched " + callId + ": ONE, run 1, heard ");
    }
  }

  @Test
  void unknownVariableInTheConfiguration_endsTheDeploymentWithItsPlace() throws IOException {
    Throwable thrown = catchThrowable(() -> deployer.deploy("unknown_variable"));

    assertThat(thrown).isNotNull();
    List<String> log = Server.log();
    assertThat(log)
        .anySatisfy(
            line ->
                assertThat(line)
                    .contains(
                        "ESC001800",
                        "META-INF/escapement.cfg:1:18: unknown pseudo-variable '$hrd'; did you mean"
                            + " hdr"));
  }
}
