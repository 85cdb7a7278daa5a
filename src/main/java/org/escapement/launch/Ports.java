package org.escapement.launch;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Looks whether addresses can be listened on, by doing so for a moment. */
final class Ports {

  private Ports() {}

  /**
   * Checks one address.
   *
   * @throws LaunchException if it is taken, or none of this machine
   */
  static void requireFree(Endpoint endpoint) {
    try {
      InetSocketAddress address =
          new InetSocketAddress(InetAddress.getByName(endpoint.host()), endpoint.port());
      if (endpoint.protocol().equals("udp")) {
        new DatagramSocket(address).close();
      } else {
        bindTcp(address);
      }
    } catch (UnknownHostException e) {
      throw new LaunchException(
          "cannot listen on " + endpoint + ": the name " + endpoint.host() + " is not known");
    } catch (IOException e) {
      throw new LaunchException(
          "cannot listen on "
              + endpoint
              + ": "
              + e.getMessage()
              + "; end what uses it, or choose another address with "
              + (endpoint.protocol().startsWith("http") ? "--" + endpoint.protocol() : "-l"));
    }
  }

  private static void bindTcp(InetSocketAddress address) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
    }
  }
}
