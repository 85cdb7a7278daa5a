package org.escapement.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.function.Predicate;

/** A UDP server that takes lines of the log. */
final class LineReceiver implements AutoCloseable {

  private static final int MAX_DATAGRAM = 65_535;

  private final DatagramSocket socket;

  /** Takes a port; 0 for any. */
  LineReceiver(int port) throws IOException {
    socket = new DatagramSocket(port, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(Math.toIntExact(Await.LIMIT.toMillis()));
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The first line that is as wanted, of those to come. */
  String await(Predicate<String> wanted) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
    while (true) {
      socket.receive(packet);
      String line = new String(packet.getData(), 0, packet.getLength(), UTF_8);
      if (wanted.test(line)) {
        return line;
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
