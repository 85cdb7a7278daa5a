package org.escapement.routing;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.sip.SipURI;
import org.jspecify.annotations.Nullable;

/** {@code mhomed}: by which of the server's addresses requests leave. Thread-safe. */
final class OutboundInterfaces {

  /** Asks the system which own address leads to a destination. */
  @FunctionalInterface
  interface Routes {
    InetAddress towards(InetAddress destination) throws IOException;
  }

  private final boolean chosen;
  private final Routes routes;
  private final List<String> own = new CopyOnWriteArrayList<>();

  /** Takes {@code mhomed}. */
  OutboundInterfaces(boolean chosen, Routes routes) {
    this.chosen = chosen;
    this.routes = routes;
  }

  /** Takes the addresses that the container can send from. */
  void listensOn(Collection<SipURI> addresses) {
    addresses.stream().map(SipURI::getHost).forEach(own::add);
  }

  /** Whether requests leave by the route to their destination; else the container decides. */
  boolean isChosen() {
    return chosen;
  }

  /**
   * The own address that leads to a host. A name is looked up, which may take its time.
   *
   * @return null if there is none that the container can send from
   */
  @Nullable InetAddress towards(String host) {
    if (host.isEmpty()) {
      return null;
    }
    try {
      InetAddress address = routes.towards(InetAddress.getByName(host));
      if (own.contains(address.getHostAddress())) {
        return address;
      }
      RoutingLog.LOG.noOutboundInterface(host, address.getHostAddress());
    } catch (IOException e) {
      RoutingLog.LOG.noRoute(host, e.toString());
    }
    return null;
  }
}
