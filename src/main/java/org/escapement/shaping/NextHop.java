package org.escapement.shaping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.escapement.text.Attributes.Attribute;
import org.escapement.text.Problems;

/**
 * Where the calls of a queue go.
 *
 * @param host a name or an address; IPv6 in brackets
 * @param port −1 for the transport's default
 * @param transport {@code udp}, {@code tcp} or {@code tls}; empty for none
 */
record NextHop(boolean secure, String host, int port, String transport) {

  private static final Pattern FORM =
      Pattern.compile("(sips?):(\\[[0-9a-fA-F:.]+]|[0-9A-Za-z.-]+)(?::([0-9]{1,5}))?");
  private static final List<String> TRANSPORTS = List.of("udp", "tcp", "tls");
  private static final int MAX_PORT = 65_535;

  /**
   * Reads {@code next_hop=sip:host:port;transport=tcp}: the semicolon makes the URI's parameter an
   * attribute of its own.
   */
  static Optional<NextHop> parse(
      Attribute attribute, Optional<Attribute> transport, Problems problems) {
    Matcher matcher = FORM.matcher(attribute.value());
    int port = -1;
    boolean sound = matcher.matches();
    if (sound && matcher.group(3) != null) {
      port = Integer.parseInt(matcher.group(3));
      sound = port >= 1 && port <= MAX_PORT;
    }
    if (!sound) {
      problems.add(
          attribute.position(),
          "next_hop '" + attribute.value() + "' is no SIP address",
          "write sip:host[:port][;transport=udp|tcp|tls]");
    }
    Optional<Attribute> unknown = transport.filter(t -> !TRANSPORTS.contains(t.value()));
    unknown.ifPresent(
        t ->
            problems.add(
                t.position(), "transport '" + t.value() + "' is unknown", "write udp, tcp or tls"));
    if (!sound || unknown.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new NextHop(
            matcher.group(1).equals("sips"),
            matcher.group(2),
            port,
            transport.map(Attribute::value).orElse("")));
  }

  /** The request's URI with this host in the place of its own: user and user parameters stay. */
  URI target(SipServletRequest request) {
    URI uri = request.getRequestURI().clone();
    if (uri instanceof SipURI sip) {
      sip.setSecure(secure);
      sip.setHost(host);
      sip.setPort(port);
      if (transport.isEmpty()) {
        sip.removeParameter("transport");
      } else {
        sip.setTransportParam(transport);
      }
      sip.removeParameter("maddr");
    }
    return uri;
  }

  @Override
  public String toString() {
    return (secure ? "sips:" : "sip:")
        + host
        + (port < 0 ? "" : ":" + port)
        + (transport.isEmpty() ? "" : ";transport=" + transport);
  }
}
