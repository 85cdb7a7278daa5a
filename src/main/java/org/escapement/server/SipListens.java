package org.escapement.server;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.ServletContext;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipURI;
import org.escapement.rpc.ServerCommands.Listen;

/** The addresses that the SIP container says it has. Thread-safe. */
final class SipListens {

  private volatile List<Listen> known = List.of();

  /** Takes over what the container tells the application's servlets. */
  void learn(ServletContext context) {
    if (context.getAttribute(SipServlet.OUTBOUND_INTERFACES) instanceof List<?> interfaces) {
      List<Listen> found = new ArrayList<>();
      for (Object one : interfaces) {
        if (one instanceof SipURI uri) {
          String transport = uri.getTransportParam();
          found.add(
              new Listen(transport == null ? "udp" : transport, uri.getHost(), uri.getPort()));
        }
      }
      known = List.copyOf(found);
    }
  }

  /** None before the first SIP servlet exists. */
  List<Listen> list() {
    return known;
  }
}
