package org.escapement.launch;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.config.SocketAddress;

/**
 * An address that the server listens on.
 *
 * @param protocol {@code udp}, {@code tcp} or {@code http}; {@link #ANY} where none was given
 * @param host an address or a name; IPv6 without brackets
 * @param port 1 to 65535
 */
record Endpoint(String protocol, String host, int port) {

  /** Stands for all protocols. */
  static final String ANY = "";

  /** The protocols by name, because in localhost:5060 the first word is the address. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:((?i:udp|tcp|tls|sctp|http)):)?(\\[[0-9a-fA-F:.]+]|[^\\[\\]:/\\s]+)(?::([0-9]{1,5}))?");

  private static final int MAX_PORT = 65_535;

  /**
   * Reads {@code [proto:]address[:port]}.
   *
   * @param protocol the one meant when none is given
   * @param port the one meant when none is given
   * @throws IllegalArgumentException if the text is no such address
   */
  static Endpoint parse(String text, String protocol, int port) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no address; write proto:address:port, such as udp:127.0.0.1:5060");
    }
    int number = matcher.group(3) == null ? port : Integer.parseInt(matcher.group(3));
    if (number < 1 || number > MAX_PORT) {
      throw new IllegalArgumentException(
          "'" + text + "' has the port " + number + "; write one from 1 to " + MAX_PORT);
    }
    String given = matcher.group(1) == null ? protocol : matcher.group(1).toLowerCase(Locale.ROOT);
    String host = matcher.group(2);
    return new Endpoint(
        given, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, number);
  }

  /** Where to reach it from this machine: a server that listens everywhere is asked at home. */
  String reachable() {
    return switch (host) {
      case "0.0.0.0" -> "127.0.0.1";
      case "::" -> "::1";
      default -> host;
    };
  }

  /** The host as it stands in a URI. */
  String uriHost() {
    return SocketAddress.uriHost(host);
  }

  /** Its SIP URI, without a user. */
  String uri() {
    return "sip:" + uriHost() + ':' + port;
  }

  @Override
  public String toString() {
    return protocol + ':' + uriHost() + ':' + port;
  }
}
