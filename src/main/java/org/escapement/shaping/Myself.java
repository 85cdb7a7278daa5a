package org.escapement.shaping;

import java.util.Collection;
import java.util.List;
import javax.servlet.sip.SipURI;
import org.escapement.config.SocketAddress;

/**
 * Kamailio's {@code myself}: whether a URI names this server, by a listen address or an alias. An
 * alias without a port matches any. Immutable.
 */
record Myself(List<SipURI> listens, List<SocketAddress> aliases) {

  private static final int DEFAULT_PORT = 5060;

  Myself(Collection<SipURI> listens, Collection<SocketAddress> aliases) {
    this(List.copyOf(listens), List.copyOf(aliases));
  }

  boolean matches(SipURI uri) {
    return listens.stream()
            .anyMatch(listen -> sameHost(listen.getHost(), uri) && port(listen) == port(uri))
        || aliases.stream().anyMatch(alias -> sameHost(alias.host(), uri) && samePort(alias, uri));
  }

  private static boolean sameHost(String host, SipURI uri) {
    return bare(host).equalsIgnoreCase(bare(uri.getHost()));
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static boolean samePort(SocketAddress alias, SipURI uri) {
    Integer port = alias.port();
    return port == null || port == port(uri);
  }

  private static int port(SipURI uri) {
    return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
  }
}
