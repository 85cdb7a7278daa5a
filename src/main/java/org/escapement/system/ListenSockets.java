package org.escapement.system;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.escapement.config.ListenSpec;
import org.escapement.config.SocketAddress;
import org.escapement.parameter.CoreParameters;
import org.jspecify.annotations.Nullable;

/**
 * The sockets that the parameters {@code listen}, {@code port}, {@code enable_tls}, {@code
 * auto_bind_ipv6} and {@code bind_ipv6_link_local} ask for, and the workers of each. Not
 * thread-safe.
 */
public final class ListenSockets {

  private static final String EVERYWHERE = "*";

  private final Interfaces interfaces;
  private final int port;
  private final boolean tls;
  private final boolean ipv6;
  private final boolean linkLocal;
  private final int children;
  private final Map<ListenSocket, Integer> workers = new LinkedHashMap<>();
  private final Set<ListenSocket> virtual = new LinkedHashSet<>();

  /**
   * Takes the sockets of the configuration.
   *
   * @throws IllegalArgumentException if one of them cannot be served, with the reason and advice
   */
  public ListenSockets(CoreParameters parameters, Interfaces interfaces) {
    this.interfaces = interfaces;
    this.port = parameters.intValue("port");
    this.tls = parameters.bool("enable_tls");
    this.ipv6 = parameters.bool("auto_bind_ipv6");
    this.linkLocal = parameters.bool("bind_ipv6_link_local");
    this.children = parameters.get("children").isSet() ? parameters.intValue("children") : 1;
    parameters.list("listen", ListenSpec.class).forEach(this::add);
  }

  private void add(ListenSpec spec) {
    SocketAddress address = spec.address();
    String transport =
        address.transport() == null ? null : address.transport().name().toLowerCase(Locale.ROOT);
    List<ListenSocket> sockets = expand(transport, address.host(), address.port());
    Integer own = spec.workers();
    sockets.forEach(socket -> workers.put(socket, own == null ? children : own));
    if (spec.virtual()) {
      virtual.addAll(sockets);
    }
  }

  /**
   * Adds one more socket.
   *
   * @param transport null for all
   * @param host an address, a name, the name of an interface, or {@code *}
   * @param given null for the parameter {@code port}
   */
  public void add(@Nullable String transport, String host, @Nullable Integer given) {
    expand(transport, host, given).forEach(socket -> workers.putIfAbsent(socket, children));
  }

  /**
   * When nothing is listed: loopback, so that nobody is let in unasked; with auto_bind_ipv6 all
   * IPv6 addresses, too.
   */
  public void addDefaultIfEmpty() {
    if (!workers.isEmpty()) {
      return;
    }
    add(null, "127.0.0.1", null);
    if (ipv6) {
      interfaces.all().stream()
          .filter(Inet6Address.class::isInstance)
          .filter(address -> linkLocal || !address.isLinkLocalAddress())
          .forEach(address -> addAddress(null, address, null));
    }
  }

  private void addAddress(
      @Nullable String transport, InetAddress address, @Nullable Integer given) {
    sockets(transport, address, given).forEach(s -> workers.putIfAbsent(s, children));
  }

  private List<ListenSocket> expand(
      @Nullable String transport, String host, @Nullable Integer given) {
    List<InetAddress> found =
        host.equals(EVERYWHERE) ? interfaces.all() : interfaces.byName().get(host);
    if (found == null) {
      return transports(transport, scoped(host), given);
    }
    List<ListenSocket> sockets =
        found.stream()
            .filter(
                address -> address instanceof Inet4Address || ipv6 || isWantedLinkLocal(address))
            .filter(address -> linkLocal || !address.isLinkLocalAddress())
            .flatMap(address -> sockets(transport, address, given).stream())
            .toList();
    if (sockets.isEmpty()) {
      throw new IllegalArgumentException(
          "cannot listen on "
              + host
              + ": it has no IPv4 address that is up; set auto_bind_ipv6=yes for its IPv6 addresses");
    }
    return sockets;
  }

  private boolean isWantedLinkLocal(InetAddress address) {
    return linkLocal && address.isLinkLocalAddress();
  }

  /** Link-local addresses are bound by UDP only. */
  private List<ListenSocket> sockets(
      @Nullable String transport, InetAddress address, @Nullable Integer given) {
    boolean local = address instanceof Inet6Address && address.isLinkLocalAddress();
    if (local && transport != null && !transport.equals("udp")) {
      return List.of();
    }
    return transports(local ? "udp" : transport, text(address), given);
  }

  private List<ListenSocket> transports(
      @Nullable String transport, String host, @Nullable Integer given) {
    int number = given == null ? port : given;
    if (transport == null) {
      List<ListenSocket> all = new ArrayList<>();
      all.add(new ListenSocket("udp", host, number));
      all.add(new ListenSocket("tcp", host, number));
      if (tls) {
        all.add(new ListenSocket("tls", host, number + 1));
      }
      return all;
    }
    int own = given == null && transport.equals("tls") ? port + 1 : number;
    ListenSocket socket = new ListenSocket(transport, host, own);
    if (transport.equals("tls") && !tls) {
      throw new IllegalArgumentException(
          "cannot listen on " + socket + ": TLS is off; set enable_tls=yes");
    }
    if (transport.equals("sctp")) {
      throw new IllegalArgumentException(
          "cannot listen on "
              + socket
              + ": the server serves udp, tcp and tls; take the address out");
    }
    return List.of(socket);
  }

  /** A link-local address that names no scope gets that of the interface that has it. */
  private String scoped(String host) {
    if (!linkLocal || host.indexOf(':') < 0 || host.indexOf('%') >= 0) {
      return host;
    }
    return interfaces.all().stream()
        .filter(InetAddress::isLinkLocalAddress)
        .map(ListenSockets::text)
        .filter(text -> text.regionMatches(true, 0, host + '%', 0, host.length() + 1))
        .findFirst()
        .orElse(host);
  }

  private static String text(InetAddress address) {
    String text = Ipv6Style.COMPACTED.format(address);
    NetworkInterface scope =
        address instanceof Inet6Address six && six.isLinkLocalAddress()
            ? six.getScopedInterface()
            : null;
    return scope == null ? text : text + '%' + scope.getName();
  }

  /** All sockets, each once, in the order in which they were listed. */
  public List<ListenSocket> all() {
    return List.copyOf(workers.keySet());
  }

  /** Whether the address of a socket may be missing on this host. */
  public boolean isVirtual(ListenSocket socket) {
    return virtual.contains(socket);
  }

  /**
   * How many SIP tasks run at once: the sum of the workers of all UDP sockets. One when nothing
   * asks for more, because that keeps the order of calls.
   */
  public int tasks() {
    boolean asked = children > 1 || workers.values().stream().anyMatch(n -> n > 1);
    if (!asked) {
      return 1;
    }
    int sum =
        workers.entrySet().stream()
            .filter(entry -> entry.getKey().transport().equals("udp"))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return Math.max(1, sum);
  }
}
