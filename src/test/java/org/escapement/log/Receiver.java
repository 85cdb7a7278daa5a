package org.escapement.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;

/** A UDP server that takes lines of the log. */
public final class Receiver implements AutoCloseable {

  private static final int LIMIT_MILLIS = 30_000;
  private static final int MAX_DATAGRAM = 65_535;

  private final DatagramSocket socket;

  public Receiver() throws IOException {
    socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    socket.setSoTimeout(LIMIT_MILLIS);
  }

  /** Its {@code host:port}. */
  public String target() {
    return "127.0.0.1:" + socket.getLocalPort();
  }

  /** The next datagram. */
  public String next() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[MAX_DATAGRAM], MAX_DATAGRAM);
    socket.receive(packet);
    return new String(packet.getData(), 0, packet.getLength(), UTF_8);
  }

  @Override
  public void close() {
    socket.close();
  }
}
