package org.escapement.rpc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Where a control socket listens, as Kamailio's {@code binrpc} writes it: {@code unixs:NAME},
 * {@code unix:NAME} (a stream, too), {@code unixd:NAME}, {@code tcp:HOST:PORT} or {@code
 * udp:HOST:PORT}. A name that does not begin with a slash stands in the run directory; host and
 * port may be left out.
 */
record ControlAddress(Protocol protocol, String host, int port) {

  /** What is spoken. */
  enum Protocol {
    /** A stream of the unix domain. */
    UNIX,
    /** Datagrams of the unix domain. */
    UNIXD,
    TCP,
    UDP;

    /** Whether it has a file. */
    boolean isUnix() {
      return this == UNIX || this == UNIXD;
    }
  }

  static final String DEFAULT_NAME = "kamailio_ctl";
  static final String DEFAULT_DATAGRAM_NAME = "kamailio_ctld";
  static final int DEFAULT_PORT = 2049;
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1", "[::1]");

  /**
   * Reads an address.
   *
   * @param anyHost whether it may be beyond this machine
   * @throws IllegalArgumentException with what is wrong and what to do
   */
  static ControlAddress parse(String text, boolean anyHost) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "unix" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    return switch (scheme) {
      case "unix", "unixs" ->
          new ControlAddress(Protocol.UNIX, rest.isEmpty() ? DEFAULT_NAME : rest, 0);
      case "unixd" ->
          new ControlAddress(Protocol.UNIXD, rest.isEmpty() ? DEFAULT_DATAGRAM_NAME : rest, 0);
      case "tcp" -> network(Protocol.TCP, rest, anyHost);
      case "udp" -> network(Protocol.UDP, rest, anyHost);
      default ->
          throw new IllegalArgumentException(
              "unknown protocol '"
                  + scheme
                  + "'; write unix:NAME, unixd:NAME, tcp:HOST:PORT or udp:HOST:PORT");
    };
  }

  private static ControlAddress network(Protocol protocol, String rest, boolean anyHost) {
    int colon = rest.lastIndexOf(':');
    boolean hasPort = colon >= 0 && !rest.endsWith("]");
    String given = hasPort ? rest.substring(0, colon) : rest;
    String host = given.isEmpty() ? "127.0.0.1" : given;
    if (!anyHost && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          "'"
              + host
              + "' is not this machine alone, and the protocol has no login; write 127.0.0.1 or"
              + " localhost, or set any_host=1 before it");
    }
    return new ControlAddress(
        protocol, host, hasPort ? port(rest.substring(colon + 1)) : DEFAULT_PORT);
  }

  private static int port(String text) {
    if (text.matches("[0-9]{1,5}")) {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65535) {
        return port;
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no port; write one from 1 to 65535");
  }

  /** Where to listen on a network. */
  SocketAddress socket() throws UnknownHostException {
    return new InetSocketAddress(InetAddress.getByName(host.replaceAll("[\\[\\]]", "")), port);
  }

  /** As {@code binrpc} writes it. */
  @Override
  public String toString() {
    return protocol.isUnix()
        ? protocol.name().toLowerCase(Locale.ROOT) + ':' + host
        : protocol.name().toLowerCase(Locale.ROOT) + ':' + host + ':' + port;
  }
}
