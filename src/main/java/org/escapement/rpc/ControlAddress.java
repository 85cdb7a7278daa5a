package org.escapement.rpc;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a control socket listens, as Kamailio's {@code binrpc} writes it: {@code unixs:NAME},
 * {@code unix:NAME} (a stream, too), {@code unixd:NAME}, {@code tcp:HOST:PORT} or {@code
 * udp:HOST:PORT}. A name that does not begin with a slash stands in the run directory; host and
 * port may be left out. Without a protocol, what holds a slash is a {@code unix} name, anything
 * else a {@code udp} address.
 *
 * <p>A host left out is this machine alone, where Kamailio takes all addresses; those are {@code
 * *}.
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
  private static final String ALL_ADDRESSES = "*";
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "::1", "[::1]");

  /**
   * Reads an address.
   *
   * @param anyHost whether it may be beyond this machine
   * @throws IllegalArgumentException with what is wrong and what to do
   */
  static ControlAddress parse(String text, boolean anyHost) {
    int colon = text.indexOf(':');
    String scheme = text.substring(0, Math.max(0, colon));
    String rest = text.substring(colon + 1);
    return switch (scheme) {
      case "unix", "unixs" -> unix(Protocol.UNIX, rest, DEFAULT_NAME);
      case "unixd" -> unix(Protocol.UNIXD, rest, DEFAULT_DATAGRAM_NAME);
      case "tcp" -> network(Protocol.TCP, rest, anyHost);
      case "udp" -> network(Protocol.UDP, rest, anyHost);
      default -> withoutProtocol(text, scheme, rest, anyHost);
    };
  }

  private static ControlAddress withoutProtocol(
      String text, String scheme, String rest, boolean anyHost) {
    if (text.contains("/")) {
      return unix(Protocol.UNIX, text, DEFAULT_NAME);
    }
    if (scheme.isEmpty() || text.startsWith("[") || DIGITS.matcher(rest).matches()) {
      return network(Protocol.UDP, text, anyHost);
    }
    throw new IllegalArgumentException(
        "unknown protocol '"
            + scheme
            + "'; write unix:NAME, unixd:NAME, tcp:HOST:PORT or udp:HOST:PORT");
  }

  private static ControlAddress unix(Protocol protocol, String name, String otherwise) {
    return new ControlAddress(protocol, name.isEmpty() ? otherwise : name, 0);
  }

  private static ControlAddress network(Protocol protocol, String rest, boolean anyHost) {
    String address = DIGITS.matcher(rest).matches() ? ':' + rest : rest;
    int colon = address.lastIndexOf(':');
    boolean hasPort = colon >= 0 && !address.endsWith("]");
    String given = hasPort ? address.substring(0, colon) : address;
    String host = given.isEmpty() ? "127.0.0.1" : given;
    if (!anyHost && !LOOPBACK.contains(host)) {
      throw new IllegalArgumentException(
          "'"
              + host
              + "' is not this machine alone, and the protocol has no login; write 127.0.0.1 or"
              + " localhost, or set any_host=1 before it");
    }
    return new ControlAddress(
        protocol, host, hasPort ? port(address.substring(colon + 1)) : DEFAULT_PORT);
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
    if (host.equals(ALL_ADDRESSES)) {
      return new InetSocketAddress(port);
    }
    return new InetSocketAddress(InetAddress.getByName(host.replaceAll("[\\[\\]]", "")), port);
  }

  /** As {@code binrpc} writes it. */
  @Override
  public String toString() {
    return protocol.name().toLowerCase(Locale.ROOT)
        + ':'
        + host
        + (protocol.isUnix() ? "" : ":" + port);
  }
}
