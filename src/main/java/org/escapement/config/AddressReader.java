package org.escapement.config;

import java.util.Locale;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** Reads {@code [proto:]host[:port]}. Not thread-safe. */
final class AddressReader {

  private static final String FORM = "write [proto:]host[:port], an IPv6 host in brackets";

  private final Report report;

  AddressReader(Report report) {
    this.report = report;
  }

  /** An address, or null after reporting what is wrong with it. */
  @Nullable SocketAddress read(PlacedText placed) {
    String text = placed.text();
    int begin = 0;
    Transport transport = transport(text);
    if (transport != null) {
      begin = text.indexOf(':') + 1;
    }
    int end = hostEnd(text, begin);
    if (end < 0) {
      report.problem(placed.at(begin), "the address lacks its ']'", FORM);
      return null;
    }
    String host = text.substring(begin, end);
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    if (!isHost(host)) {
      report.problem(placed.at(begin), "'" + Report.excerpt(text) + "' has no valid host", FORM);
      return null;
    }
    Integer port = null;
    if (end < text.length()) {
      port = port(text.substring(end + 1), placed.at(end + 1));
      if (port == null) {
        return null;
      }
    }
    return new SocketAddress(transport, host, port, placed.position());
  }

  private static @Nullable Transport transport(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return null;
    }
    return switch (text.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "udp" -> Transport.UDP;
      case "tcp" -> Transport.TCP;
      case "tls" -> Transport.TLS;
      case "sctp" -> Transport.SCTP;
      default -> null;
    };
  }

  /** Where the host ends; −1 when its bracket is not closed. An IPv6 host may lack brackets. */
  private static int hostEnd(String text, int begin) {
    if (text.startsWith("[", begin)) {
      int close = text.indexOf(']', begin);
      return close < 0 ? -1 : close + 1;
    }
    int colon = text.indexOf(':', begin);
    return colon < 0 || text.indexOf(':', colon + 1) >= 0 ? text.length() : colon;
  }

  private static boolean isHost(String host) {
    return host.equals("*")
        || (host.indexOf(':') >= 0
            ? host.matches("[0-9A-Fa-f:.]++(%[A-Za-z0-9_.-]++)?+")
            : host.matches("[A-Za-z0-9_.@-]++") && !host.startsWith("-"));
  }

  private @Nullable Integer port(String text, Position position) {
    int port = text.matches("[0-9]{1,6}+") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      report.problem(
          position,
          "'" + Report.excerpt(text) + "' is no port",
          "write a number from 1 to 65535 after the last ':'");
      return null;
    }
    return port;
  }
}
