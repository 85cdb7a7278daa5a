package org.escapement.bench.shaping;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A UDP socket. One thread receives and does nothing else than to note the time; what is to be
 * answered is answered on another.
 */
final class Wire implements AutoCloseable {

  private static final int BUFFER = 1 << 20;
  private static final int LONGEST = 8_192;

  private final DatagramSocket socket;
  private final Thread receiver;
  private final ExecutorService answering = Executors.newSingleThreadExecutor();

  /** What is done with a message. */
  @FunctionalInterface
  interface Listener {
    /**
     * Takes a message.
     *
     * @param nanos the time at which it was received, by {@link System#nanoTime}
     */
    void received(SipText message, long nanos, InetSocketAddress from) throws IOException;
  }

  Wire(String name, Listener listener) throws IOException {
    socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    socket.setReceiveBufferSize(BUFFER);
    receiver = new Thread(() -> receive(listener), name);
    receiver.setDaemon(true);
    receiver.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** As it stands in SIP. */
  String address() {
    return "127.0.0.1:" + port();
  }

  /** For any thread. */
  void send(SipText message, InetSocketAddress to) throws IOException {
    byte[] data = message.bytes();
    socket.send(new DatagramPacket(data, data.length, to));
  }

  private void receive(Listener listener) {
    try {
      while (!socket.isClosed()) {
        DatagramPacket packet = new DatagramPacket(new byte[LONGEST], LONGEST);
        socket.receive(packet);
        long now = System.nanoTime();
        Future<?> unused = answering.submit(() -> pass(packet, now, listener));
      }
    } catch (IOException e) {
      answering.shutdown(); // the socket was closed
    }
  }

  private static void pass(DatagramPacket packet, long now, Listener listener) {
    SipText message = SipText.parse(packet.getData(), packet.getLength());
    try {
      listener.received(message, now, (InetSocketAddress) packet.getSocketAddress());
    } catch (IOException e) {
      System.err.println("no answer to " + message.firstLine() + ": " + e);
    }
  }

  @Override
  public void close() {
    socket.close();
    answering.shutdown();
  }
}
