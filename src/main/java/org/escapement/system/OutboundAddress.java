package org.escapement.system;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** {@code mhomed}: the address of ours from which the kernel's routes lead to a destination. */
public final class OutboundAddress {

  /** Any will do: nothing is sent. */
  private static final int DISCARD = 9;

  private OutboundAddress() {}

  /**
   * Asks the kernel, by a UDP socket that is connected and closed; no packet leaves.
   *
   * @throws IOException if no route leads there
   */
  public static InetAddress towards(InetAddress destination) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(new InetSocketAddress(destination, DISCARD));
      return socket.getLocalAddress();
    }
  }
}
