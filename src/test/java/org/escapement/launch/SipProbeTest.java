package org.escapement.launch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that answers one request, on a thread of its own. */
class SipProbeTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final int PATIENT_MILLIS = 30_000;

  /** For servers that never answer: whatever it is, the probe must give up. */
  private static final int IMPATIENT_MILLIS = 20;

  private static SipProbe probe(String protocol, int port, int timeoutMillis) {
    return new SipProbe(new Endpoint(protocol, LOOPBACK.getHostAddress(), port), timeoutMillis);
  }

  private static List<String> answerByUdp(DatagramSocket socket, String answer) {
    try {
      DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
      socket.receive(packet);
      List<String> request =
          new String(packet.getData(), 0, packet.getLength(), US_ASCII).lines().toList();
      byte[] bytes = answer.getBytes(US_ASCII);
      socket.send(new DatagramPacket(bytes, bytes.length, packet.getSocketAddress()));
      return request;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<String> answerByTcp(ServerSocket server, String answer) {
    try (Socket socket = server.accept()) {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      List<String> request = reader.lines().takeWhile(line -> !line.isEmpty()).toList();
      socket.getOutputStream().write(answer.getBytes(US_ASCII));
      return request;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertThatItIsWhole(List<String> request, String transport, int port) {
    String server = LOOPBACK.getHostAddress() + ':' + port;
    assertThat(request).startsWith("OPTIONS sip:" + server + " SIP/2.0");
    assertThat(request)
        .anyMatch(
            line ->
                line.matches(
                    "Via: SIP/2\\.0/"
                        + transport
                        + " 127\\.0\\.0\\.1:\\d+;branch=z9hG4bK\\S+;rport"))
        .anyMatch(line -> line.matches("From: <sip:run@127\\.0\\.0\\.1:\\d+>;tag=\\S+"))
        .contains("To: <sip:" + server + '>', "CSeq: 1 OPTIONS", "Max-Forwards: 70")
        .anyMatch(line -> line.startsWith("Call-ID: "))
        .contains("Content-Length: 0");
  }

  @ParameterizedTest
  @CsvSource({
    "SIP/2.0 200 OK, true",
    "SIP/2.0 200, true",
    "SIP/2.0 503 Service Unavailable, false",
    "SIP/2.0 100 Trying, false",
    "HTTP/1.1 200 OK, false",
    "'', false"
  })
  void serverOnUdp_answeredIfItSaid200(String answer, boolean expected) throws Exception {
    try (DatagramSocket server = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
      CompletableFuture<List<String>> request =
          CompletableFuture.supplyAsync(() -> answerByUdp(server, answer + "\r\n\r\n"));

      assertThat(probe("udp", server.getLocalPort(), PATIENT_MILLIS).answered())
          .isEqualTo(expected);
      assertThatItIsWhole(request.get(30, TimeUnit.SECONDS), "UDP", server.getLocalPort());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SIP/2.0 200 OK, true",
    "SIP/2.0 503 Service Unavailable, false",
    "SIP/2.0, false",
    "'', false"
  })
  void serverOnTcp_answeredIfItSaid200(String answer, boolean expected) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
      CompletableFuture<List<String>> request =
          CompletableFuture.supplyAsync(() -> answerByTcp(server, answer));

      assertThat(probe("tcp", server.getLocalPort(), PATIENT_MILLIS).answered())
          .isEqualTo(expected);
      assertThatItIsWhole(request.get(30, TimeUnit.SECONDS), "TCP", server.getLocalPort());
    }
  }

  @Test
  void serverThatListensEverywhere_isAskedAtHome() throws Exception {
    try (DatagramSocket server = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
      CompletableFuture<List<String>> request =
          CompletableFuture.supplyAsync(() -> answerByUdp(server, "SIP/2.0 200 OK"));
      Endpoint everywhere = new Endpoint("udp", "0.0.0.0", server.getLocalPort());

      assertThat(new SipProbe(everywhere, PATIENT_MILLIS).answered()).isTrue();
      assertThat(request.get(30, TimeUnit.SECONDS)).isNotEmpty();
    }
  }

  @Test
  void silentServers_areGivenUp() throws Exception {
    try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
        ServerSocket tcp = new ServerSocket(0, 1, LOOPBACK)) {
      assertThat(probe("udp", udp.getLocalPort(), IMPATIENT_MILLIS).answered()).isFalse();
      assertThat(probe("tcp", tcp.getLocalPort(), IMPATIENT_MILLIS).answered()).isFalse();
    }
  }

  @Test
  void nobodyThere_isNoAnswer() throws Exception {
    int port;
    try (ServerSocket tcp = new ServerSocket(0, 1, LOOPBACK)) {
      port = tcp.getLocalPort();
    }
    assertThat(probe("tcp", port, PATIENT_MILLIS).answered()).isFalse();
    assertThat(new SipProbe(new Endpoint("tcp", "nowhere.invalid", 1), 1).answered()).isFalse();
  }
}
