package org.escapement.it.sip;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import org.escapement.it.Await;

/**
 * One end of SIP over UDP that sends what a test wrote and nothing by itself: no retransmission, no
 * ACK, no answer. So a test knows each message that was on the wire.
 */
public final class Wire implements AutoCloseable {

  private static final int LARGEST = 65_535;
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final DatagramSocket socket;
  private final int serverPort;

  public Wire(int serverPort) {
    this.serverPort = serverPort;
    try {
      socket = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
      socket.setSoTimeout((int) Await.LIMIT.toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return socket.getLocalPort();
  }

  /**
   * Sends a message to the server; its lines may end as Java's do.
   *
   * @return what was sent
   */
  public WireMessage send(String message) {
    String sent = message.replaceAll("\r?\n", "\r\n");
    byte[] bytes = sent.getBytes(UTF_8);
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, LOOPBACK, serverPort));
      return new WireMessage(sent);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The next message whose first line begins so. Others are passed over: provisional answers, and
   * what the server sends again on a busy machine.
   */
  public WireMessage receive(String begin) {
    DatagramPacket packet = new DatagramPacket(new byte[LARGEST], LARGEST);
    try {
      while (true) {
        socket.receive(packet);
        WireMessage message =
            new WireMessage(new String(packet.getData(), 0, packet.getLength(), UTF_8));
        if (message.firstLine().startsWith(begin)) {
          return message;
        }
      }
    } catch (SocketTimeoutException e) {
      throw new AssertionError("no " + begin + " within " + Await.LIMIT, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
