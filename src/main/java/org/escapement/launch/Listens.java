package org.escapement.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.escapement.config.Configuration;
import org.escapement.config.SocketAddress;

/** The addresses that the SIP server listens on. */
final class Listens {

  private static final List<String> PROTOCOLS = List.of("udp", "tcp");
  private static final Endpoint DEFAULT =
      new Endpoint(Endpoint.ANY, "127.0.0.1", SocketAddress.DEFAULT_PORT);

  private Listens() {}

  /**
   * Those of the configuration and of the command line together, as Kamailio does; loopback when
   * there are none.
   *
   * @throws LaunchException for a protocol that cannot be served
   */
  static List<Endpoint> of(Configuration configuration, List<Endpoint> commandLine) {
    List<Endpoint> all = new ArrayList<>();
    configuration.listens().forEach(listen -> all.add(endpoint(listen.address())));
    all.addAll(commandLine);
    if (all.isEmpty()) {
      all.add(DEFAULT);
    }
    return all.stream().flatMap(Listens::byProtocol).distinct().toList();
  }

  private static Endpoint endpoint(SocketAddress address) {
    String protocol =
        address.transport() == null
            ? Endpoint.ANY
            : address.transport().name().toLowerCase(Locale.ROOT);
    Integer port = address.port();
    return new Endpoint(protocol, address.host(), port == null ? SocketAddress.DEFAULT_PORT : port);
  }

  private static Stream<Endpoint> byProtocol(Endpoint endpoint) {
    if (endpoint.protocol().equals(Endpoint.ANY)) {
      return PROTOCOLS.stream()
          .map(protocol -> new Endpoint(protocol, endpoint.host(), endpoint.port()));
    }
    if (!PROTOCOLS.contains(endpoint.protocol())) {
      throw new LaunchException(
          "cannot listen on "
              + endpoint
              + ": this version serves udp and tcp; take the address out");
    }
    return Stream.of(endpoint);
  }
}
