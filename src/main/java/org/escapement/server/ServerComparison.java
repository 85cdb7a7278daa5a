package org.escapement.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.servlet.sip.SipURI;
import org.eclipse.microprofile.config.Config;
import org.escapement.config.SocketAddress;
import org.escapement.parameter.CoreParameters;
import org.escapement.system.Interfaces;
import org.escapement.system.Ipv6Style;
import org.escapement.system.ListenSocket;
import org.escapement.system.ListenSockets;
import org.escapement.system.PathMtu;

/** Compares what the configuration asks of the server with what the server does. */
final class ServerComparison {

  private static final int CONNECT_MILLIS = 500;

  private final CoreParameters core;
  private final Config config;

  ServerComparison(CoreParameters core, Config config) {
    this.core = core;
    this.config = config;
  }

  /** The sockets that the server should listen on, and does not. */
  List<ListenSocket> missing(List<SipURI> interfaces) {
    return wanted()
        .filter(
            socket ->
                isTls(socket)
                    ? !accepts(socket)
                    : interfaces.stream().noneMatch(uri -> isOn(socket, uri)))
        .toList();
  }

  private Stream<ListenSocket> wanted() {
    return new ListenSockets(core, Interfaces.ofMachine()).all().stream();
  }

  private static boolean isTls(ListenSocket socket) {
    return socket.transport().equals("tls");
  }

  /** Containers leave TLS out of the list of their interfaces, so it is tried. */
  private static boolean accepts(ListenSocket wanted) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(wanted.host(), wanted.port()), CONNECT_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Tells the sockets, and warns of each difference.
   *
   * @param interfaces the addresses that the SIP container listens on
   */
  void report(List<SipURI> interfaces) {
    Ipv6Style style = Ipv6Style.of(core.text("ipv6_hex_style").orElse("c"));
    Stream<String> secure =
        wanted().filter(socket -> isTls(socket) && accepts(socket)).map(ListenSocket::toString);
    ServerLog.LOG.listening(
        Stream.concat(interfaces.stream().map(uri -> text(uri, style)), secure)
            .distinct()
            .collect(Collectors.joining(", ")));
    missing(interfaces).forEach(socket -> ServerLog.LOG.notListening(socket.toString()));
    if (core.get("children").isSet() || core.get("socket_workers").isSet()) {
      int tasks = new ListenSockets(core, Interfaces.ofMachine()).tasks();
      compare("children", tasks, "escapement.sip.tasks");
    }
    OptionalInt mtu = PathMtu.of(core);
    if (mtu.isPresent()) {
      compare("udp_mtu", mtu.getAsInt(), "escapement.sip.mtu");
    }
  }

  private void compare(String parameter, int wanted, String variable) {
    String actual = config.getOptionalValue(variable, String.class).orElse("none");
    if (!actual.equals(Integer.toString(wanted))) {
      ServerLog.LOG.otherServer(parameter, core.get(parameter).text(), variable, actual, wanted);
    }
  }

  private static boolean isOn(ListenSocket socket, SipURI uri) {
    String transport = uri.getTransportParam() == null ? "udp" : uri.getTransportParam();
    return !uri.isSecure()
        && transport.equalsIgnoreCase(socket.transport())
        && uri.getPort() == socket.port()
        && sameHost(socket.host(), uri);
  }

  private static boolean sameHost(String host, SipURI uri) {
    try {
      InetAddress actual = InetAddress.getByName(uri.getHost());
      return actual.isAnyLocalAddress()
          || Arrays.asList(InetAddress.getAllByName(host)).contains(actual);
    } catch (UnknownHostException e) {
      return host.equalsIgnoreCase(uri.getHost());
    }
  }

  private static String text(SipURI uri, Ipv6Style style) {
    String host = uri.getHost();
    if (host.indexOf(':') >= 0) {
      try {
        host = SocketAddress.uriHost(style.format(InetAddress.getByName(host)));
      } catch (UnknownHostException e) {
        // printed as the container has it
      }
    }
    String transport = uri.isSecure() ? "tls" : uri.getTransportParam();
    return (transport == null ? "udp" : transport.toLowerCase(Locale.ROOT))
        + ':'
        + host
        + ':'
        + uri.getPort();
  }
}
