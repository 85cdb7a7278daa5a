package org.escapement.variable.transformation;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a SIP, SIPS or tel URI as they are written, nothing decoded; parts that are not
 * there are empty.
 *
 * @param host with its brackets when it is an IPv6 address
 */
record SipUriText(
    String scheme,
    String user,
    String password,
    String host,
    String port,
    String parameters,
    String headers) {

  private static final Set<String> SCHEMES = Set.of("sip", "sips", "tel", "tels");

  /** Reads a URI; null when it is none. */
  static @Nullable SipUriText read(String text) {
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)) {
      return null;
    }
    String rest = text.substring(colon + 1);
    if (scheme.startsWith("tel")) {
      int semicolon = rest.indexOf(';');
      return new SipUriText(scheme, upTo(rest, semicolon), "", "", "", after(rest, semicolon), "");
    }
    int at = rest.lastIndexOf('@', endOfUser(rest));
    String credentials = upTo(rest, at < 0 ? 0 : at);
    int password = credentials.indexOf(':');
    return read(
        scheme,
        upTo(credentials, password),
        after(credentials, password),
        at < 0 ? rest : after(rest, at));
  }

  /** An {@code @} in a header is none that ends the user. */
  private static int endOfUser(String rest) {
    int first = rest.indexOf('@');
    int headers = rest.indexOf('?', Math.max(first, 0));
    return headers < 0 ? rest.length() : headers;
  }

  private static @Nullable SipUriText read(
      String scheme, String user, String password, String rest) {
    int question = rest.indexOf('?');
    String headers = after(rest, question);
    String address = upTo(rest, question);
    int semicolon = address.indexOf(';');
    String parameters = after(address, semicolon);
    String hostPort = upTo(address, semicolon);
    int colon = hostPort.indexOf(':', Math.max(0, hostPort.indexOf(']')));
    String host = upTo(hostPort, colon);
    return host.isEmpty() || hasBlank(hostPort)
        ? null
        : new SipUriText(scheme, user, password, host, after(hostPort, colon), parameters, headers);
  }

  private static boolean hasBlank(String text) {
    return text.chars().anyMatch(Character::isWhitespace);
  }

  private static String upTo(String text, int end) {
    return end < 0 ? text : text.substring(0, end);
  }

  private static String after(String text, int mark) {
    return mark < 0 ? "" : text.substring(mark + 1);
  }

  /** The value of a parameter; empty when it has none, or is not there. */
  String parameter(String name) {
    String value = ParameterList.read(parameters, ';').value(name);
    return value == null ? "" : value;
  }
}
