package org.escapement.routing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.config.SocketAddress;

/** Who sent a message, as its Via says: {@code SIP/2.0/UDP host:port;branch=…}. */
record ViaAddress(String host, int port, String transport) {

  private static final Pattern FORM =
      Pattern.compile(
          "\\s*SIP\\s*/\\s*2\\.0\\s*/\\s*(\\w+)\\s+(\\[[^]]+]|[^\\s:;,]+)\\s*(?::\\s*([0-9]{1,5}))?.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Reads the first value of a Via header. */
  static Optional<ViaAddress> parse(String via) {
    Matcher matcher = FORM.matcher(via);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String port = matcher.group(3);
    return Optional.of(
        new ViaAddress(
            matcher.group(2),
            port == null ? SocketAddress.DEFAULT_PORT : Integer.parseInt(port),
            matcher.group(1)));
  }
}
