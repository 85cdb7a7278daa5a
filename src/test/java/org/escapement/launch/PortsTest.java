package org.escapement.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private static Endpoint endpoint(String protocol, int port) {
    return new Endpoint(protocol, LOOPBACK.getHostAddress(), port);
  }

  @Test
  void takenTcpPort_isReportedAndFreeOnceItIsClosed() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, LOOPBACK)) {
      port = taken.getLocalPort();
      assertThatExceptionOfType(LaunchException.class)
          .isThrownBy(() -> Ports.requireFree(endpoint("tcp", port)))
          .withMessageStartingWith("cannot listen on " + endpoint("tcp", port) + ": ")
          .withMessageEndingWith("; end what uses it, or choose another address with -l");
      for (String web : List.of("http", "https")) {
        assertThatExceptionOfType(LaunchException.class)
            .isThrownBy(() -> Ports.requireFree(endpoint(web, port)))
            .withMessageEndingWith("; end what uses it, or choose another address with --" + web);
      }
    }
    assertThatCode(() -> Ports.requireFree(endpoint("tcp", port))).doesNotThrowAnyException();
    assertThatCode(() -> Ports.requireFree(endpoint("tcp", port)))
        .as("the look itself leaves the port free")
        .doesNotThrowAnyException();
  }

  @Test
  void takenUdpPort_isReportedAndFreeOnceItIsClosed() throws IOException {
    int port;
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0))) {
      port = taken.getLocalPort();
      assertThatExceptionOfType(LaunchException.class)
          .isThrownBy(() -> Ports.requireFree(endpoint("udp", port)))
          .withMessageStartingWith("cannot listen on " + endpoint("udp", port) + ": ");
    }
    assertThatCode(() -> Ports.requireFree(endpoint("udp", port))).doesNotThrowAnyException();
  }

  @Test
  void unknownName_isReported() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> Ports.requireFree(new Endpoint("udp", "nowhere.invalid", 5060)))
        .withMessage(
            "cannot listen on udp:nowhere.invalid:5060: the name nowhere.invalid is not known");
  }

  /** 192.0.2.0/24 is for documentation: no machine has it. */
  @Test
  void addressOfAnotherMachine_isReported() {
    assertThatExceptionOfType(LaunchException.class)
        .isThrownBy(() -> Ports.requireFree(new Endpoint("tcp", "192.0.2.1", 5060)))
        .withMessageStartingWith("cannot listen on tcp:192.0.2.1:5060: ");
  }
}
