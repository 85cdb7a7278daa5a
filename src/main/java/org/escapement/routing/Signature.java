package org.escapement.routing;

import java.util.Locale;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.config.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * The headers that say who made a reply or a request: {@code server_header}, {@code
 * user_agent_header}, {@code server_signature}, {@code sip_warning}. Immutable.
 */
final class Signature {

  private static final String SERVER = "Server";
  private static final String USER_AGENT = "User-Agent";

  /** RFC 3261, section 20.43: incompatible in a way that no other code says. */
  private static final int MISCELLANEOUS = 392;

  private record Line(String name, String value) {}

  private final @Nullable Line server;
  private final @Nullable Line userAgent;
  private final boolean warning;

  /**
   * Takes the parameters.
   *
   * @param signature whether there is a Server or User-Agent header at all
   * @param serverHeader a whole header line; empty for the usual one
   * @param userAgentHeader as {@code serverHeader}
   * @param warning whether replies have a Warning
   */
  Signature(
      boolean signature,
      Optional<String> serverHeader,
      Optional<String> userAgentHeader,
      boolean warning) {
    this.server = signature ? line(serverHeader, SERVER) : null;
    this.userAgent = signature ? line(userAgentHeader, USER_AGENT) : null;
    this.warning = warning;
  }

  private static Line line(Optional<String> header, String usualName) {
    if (header.isEmpty()) {
      return new Line(usualName, usual());
    }
    String text = header.get();
    int colon = text.indexOf(':');
    if (colon < 1) { // reported with the configuration
      return new Line(usualName, text);
    }
    return new Line(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
  }

  private static String usual() {
    return "Escapement ("
        + System.getProperty("os.arch")
        + '/'
        + System.getProperty("os.name").toLowerCase(Locale.ROOT)
        + ')';
  }

  /** Signs a reply that is made here. What the application set stays. */
  void sign(SipServletResponse reply, SipServletRequest request) {
    add(reply, server);
    if (warning) {
      reply.addHeader("Warning", warning(request));
    }
  }

  /** Signs a request that is made here. What the application set stays. */
  void sign(SipServletRequest request) {
    add(request, userAgent);
  }

  private static void add(SipServletMessage message, @Nullable Line line) {
    if (line != null && message.getHeader(line.name) == null) {
      message.setHeader(line.name, line.value);
    }
  }

  private static String warning(SipServletRequest request) {
    return MISCELLANEOUS
        + " "
        + new SocketAddressText(request.getLocalAddr(), request.getLocalPort())
        + " \"pid="
        + ProcessHandle.current().pid()
        + " req_src_ip="
        + request.getRemoteAddr()
        + " req_src_port="
        + request.getRemotePort()
        + " in_uri="
        + quoted(request.getRequestURI().toString())
        + '"';
  }

  /** Within a quoted string (RFC 3261, section 25.1). */
  private static String quoted(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").replaceAll("[\"\\\\]", "\\\\$0");
  }

  /** The agent of a Warning: host and port, without the port when it is not known. */
  private record SocketAddressText(@Nullable String host, int port) {
    @Override
    public String toString() {
      String name = host == null ? "localhost" : host;
      return SocketAddress.uriHost(name) + ':' + (port > 0 ? port : SocketAddress.DEFAULT_PORT);
    }
  }
}
