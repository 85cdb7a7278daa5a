package org.escapement.system;

import org.escapement.config.SocketAddress;

/**
 * A socket that the server must listen on.
 *
 * @param transport {@code udp}, {@code tcp} or {@code tls}
 * @param host an address or a name; IPv6 without brackets, with its scope if it has one
 * @param port 1 to 65535
 */
public record ListenSocket(String transport, String host, int port) {

  /** The host as it stands in a URI. */
  public String uriHost() {
    return SocketAddress.uriHost(host);
  }

  /** {@code udp:127.0.0.1:5060}. */
  @Override
  public String toString() {
    return transport + ':' + uriHost() + ':' + port;
  }
}
