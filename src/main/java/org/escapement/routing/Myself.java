package org.escapement.routing;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;
import org.escapement.config.ListenSpec;
import org.escapement.config.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Kamailio's {@code myself}: whether a URI names this server, by an address that it listens on, one
 * that a {@code listen} advertises, or an alias. A listen address or alias without a port matches
 * any; an alias with a transport matches URIs that name this one or none. A {@code virtual} listen
 * address counts only while a network interface has it. Thread-safe.
 */
public final class Myself {

  private final List<SipURI> listens = new CopyOnWriteArrayList<>();
  private final List<SocketAddress> names = new CopyOnWriteArrayList<>();
  private final List<String> virtuals;
  private final Predicate<String> isLocal;

  /** Knows the names of the configuration; the container's addresses come later. */
  public Myself(Collection<ListenSpec> listens, Collection<SocketAddress> aliases) {
    this(listens, aliases, Myself::isOnAnInterface);
  }

  Myself(
      Collection<ListenSpec> listens,
      Collection<SocketAddress> aliases,
      Predicate<String> isLocal) {
    this.isLocal = isLocal;
    virtuals =
        listens.stream()
            .filter(ListenSpec::virtual)
            .map(listen -> bare(listen.address().host()))
            .toList();
    listens.forEach(listen -> addAdvertised(listen.advertise()));
    names.addAll(aliases);
  }

  private void addAdvertised(@Nullable SocketAddress advertised) {
    if (advertised != null) {
      names.add(advertised);
    }
  }

  /** Takes the addresses that the container really listens on. */
  void listensOn(Collection<SipURI> addresses) {
    for (SipURI address : addresses) {
      if (listens.stream().noneMatch(known -> same(known, address))) {
        listens.add(address);
      }
    }
  }

  /** Adds a name that was found at start, such as those of {@code auto_aliases}. */
  public void addAlias(SocketAddress alias) {
    names.add(alias);
  }

  /** Whether a URI names this server; one that is no SIP URI never does. */
  public boolean matches(URI uri) {
    return uri instanceof SipURI sip && matches(sip.getHost(), port(sip), sip.getTransportParam());
  }

  /**
   * Whether host and port are this server's.
   *
   * @param transport null for one that is not named
   */
  boolean matches(String host, int port, @Nullable String transport) {
    for (SipURI listen : listens) {
      if (port(listen) == port && sameHost(listen.getHost(), host) && isThere(host)) {
        return true;
      }
    }
    for (SocketAddress name : names) {
      Integer only = name.port();
      if ((only == null || only == port)
          && sameHost(name.host(), host)
          && (name.transport() == null
              || transport == null
              || name.transport().name().toLowerCase(Locale.ROOT).equalsIgnoreCase(transport))) {
        return true;
      }
    }
    return false;
  }

  private boolean isThere(String host) {
    return virtuals.isEmpty()
        || virtuals.stream().noneMatch(bare(host)::equalsIgnoreCase)
        || isLocal.test(bare(host));
  }

  private static boolean isOnAnInterface(String host) {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .anyMatch(address -> address.getHostAddress().equalsIgnoreCase(host));
    } catch (SocketException e) {
      return true; // without the system's word the configuration's counts
    }
  }

  private static boolean same(SipURI one, SipURI other) {
    return port(one) == port(other) && sameHost(one.getHost(), other.getHost());
  }

  private static boolean sameHost(String one, String other) {
    return bare(one).equalsIgnoreCase(bare(other));
  }

  private static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  private static int port(SipURI uri) {
    return uri.getPort() < 0 ? SocketAddress.DEFAULT_PORT : uri.getPort();
  }
}
