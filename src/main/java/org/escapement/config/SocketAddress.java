package org.escapement.config;

import java.util.Locale;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * {@code [proto:]host[:port]} as the user wrote it; no name is resolved.
 *
 * @param transport null for every transport
 * @param host a name, an IPv4 address, an IPv6 address without its brackets, the name of an
 *     interface, or {@code *}
 * @param port 1 to 65535, or null when none is given
 * @param position where it begins
 */
public record SocketAddress(
    @Nullable Transport transport, String host, @Nullable Integer port, Position position) {

  /** The port of SIP when none is named (RFC 3261, section 19.1.2). */
  public static final int DEFAULT_PORT = 5060;

  /** A host as it stands in a URI: IPv6 in brackets (RFC 3261, section 25.1). */
  public static String uriHost(String host) {
    return host.indexOf(':') < 0 || host.startsWith("[") ? host : '[' + host + ']';
  }

  /** The address as it is written in a file. */
  @Override
  public String toString() {
    return (transport == null ? "" : transport.name().toLowerCase(Locale.ROOT) + ':')
        + uriHost(host)
        + (port == null ? "" : ":" + port);
  }
}
