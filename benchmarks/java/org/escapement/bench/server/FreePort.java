package org.escapement.bench.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports of 127.0.0.1 that nobody listens on. */
public final class FreePort {

  private static final int TRIALS = 20;

  private FreePort() {}

  /** One that is free for TCP and UDP at present. */
  public static int find() throws IOException {
    for (int trial = 1; ; trial++) {
      try (ServerSocket tcp = new ServerSocket()) {
        tcp.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        new DatagramSocket(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), tcp.getLocalPort()))
            .close();
        return tcp.getLocalPort();
      } catch (IOException e) {
        if (trial == TRIALS) {
          throw e;
        }
      }
    }
  }
}
