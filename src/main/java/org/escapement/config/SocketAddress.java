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

  /** The address as it is written in a file. */
  @Override
  public String toString() {
    return (transport == null ? "" : transport.name().toLowerCase(Locale.ROOT) + ':')
        + (host.indexOf(':') < 0 ? host : '[' + host + ']')
        + (port == null ? "" : ":" + port);
  }
}
