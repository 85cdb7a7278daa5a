package org.escapement.launch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toCollection;

import java.net.DatagramPacket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A SIP message without a body, as lines of text: enough for a peer that repeats what it is sent
 * (RFC 3261, section 7).
 *
 * @param start the request line or the status line
 * @param headers in their order, each {@code Name: value}
 */
record SipMessage(String start, List<String> headers) {

  private static final String LINE_END = "\r\n";
  private static final Pattern STATUS = Pattern.compile("SIP/2\\.0 ([1-6][0-9][0-9]) .*");
  private static final Pattern BETWEEN_ADDRESSES = Pattern.compile(",\\s*(?=<)");

  SipMessage {
    headers = List.copyOf(headers);
  }

  static SipMessage of(String start, String... headers) {
    return new SipMessage(start, Arrays.asList(headers));
  }

  /** Reads a datagram; a malformed one becomes a message that nobody answers. */
  static SipMessage of(DatagramPacket packet) {
    String text = new String(packet.getData(), packet.getOffset(), packet.getLength(), ISO_8859_1);
    List<String> lines = text.lines().takeWhile(line -> !line.isEmpty()).toList();
    return lines.isEmpty()
        ? new SipMessage("", List.of())
        : new SipMessage(lines.get(0), lines.subList(1, lines.size()));
  }

  /** The status code, or 0 of a request. */
  int status() {
    var matcher = STATUS.matcher(start);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** Whether it is a request of this method. */
  boolean asks(String method) {
    return start.startsWith(method + ' ');
  }

  /** The whole lines of a header, in their order. */
  List<String> lines(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ':';
    return headers.stream()
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
        .toList();
  }

  /** The value of a header's first line; empty if it has none. */
  String value(String name) {
    return lines(name).stream()
        .findFirst()
        .map(line -> line.substring(name.length() + 1).strip())
        .orElse("");
  }

  /** The route set of the caller of the dialog that this reply begins (RFC 3261, 12.1.2). */
  List<String> routes() {
    List<String> routes =
        lines("Record-Route").stream()
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .flatMap(BETWEEN_ADDRESSES::splitAsStream)
            .map(address -> "Route: " + address)
            .collect(toCollection(ArrayList::new));
    Collections.reverse(routes);
    return routes;
  }

  byte[] bytes() {
    return (start
            + LINE_END
            + String.join(LINE_END, headers)
            + LINE_END
            + "Content-Length: 0"
            + LINE_END
            + LINE_END)
        .getBytes(ISO_8859_1);
  }
}
