package org.escapement.rpc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a control socket listens, as Kamailio's {@code binrpc} writes it: {@code unix:NAME}, {@code
 * tcp:HOST:PORT} or {@code udp:HOST:PORT}. A name that does not begin with a slash stands in the
 * run directory; host and port may be left out.
 */
record ControlAddress(Protocol protocol, String host, int port) {

  /** What is spoken; unix is a stream. */
  enum Protocol {
    UNIX,
    TCP,
    UDP
  }

  static final String DEFAULT_NAME = "kamailio_ctl";
  static final int DEFAULT_PORT = 2049;
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1", "[::1]");

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with what is wrong and what to do
   */
  static ControlAddress parse(String text) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "unix" : text.substring(0, colon);
    String rest = text.substring(colon + 1);
    return switch (scheme) {
      case "unix", "unixs" ->
          new ControlAddress(Protocol.UNIX, rest.isEmpty() ? DEFAULT_NAME : rest, 0);
      case "unixd" ->
          throw new IllegalArgumentException(
              "there are no unix datagram sockets here; write unixs:" + rest);
      case "tcp" -> network(Protocol.TCP, rest);
      case "udp" -> network(Protocol.UDP, rest);
      default ->
          throw new IllegalArgumentException(
              "unknown protocol '" + scheme + "'; write unix:NAME, tcp:HOST:PORT or udp:HOST:PORT");
    };
  }

  private static ControlAddress network(Protocol protocol, String rest) {
    int colon = rest.lastIndexOf(':');
    boolean hasPort = colon >= 0 && !rest.endsWith("]");
    String host = hasPort ? rest.substring(0, colon) : rest;
    if (!LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          "'"
              + host
              + "' is not this machine alone, and the protocol has no login; write 127.0.0.1 or"
              + " localhost");
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

  /**
   * The address to listen on.
   *
   * @param rundir folder of names without one
   */
  SocketAddress socket(Path rundir) throws UnknownHostException {
    return protocol == Protocol.UNIX
        ? UnixDomainSocketAddress.of(rundir.resolve(host))
        : new InetSocketAddress(InetAddress.getByName(host.replaceAll("[\\[\\]]", "")), port);
  }

  /** As {@code binrpc} writes it. */
  @Override
  public String toString() {
    return protocol == Protocol.UNIX
        ? "unix:" + host
        : protocol.name().toLowerCase(Locale.ROOT) + ':' + host + ':' + port;
  }
}
