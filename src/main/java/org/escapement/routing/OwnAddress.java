package org.escapement.routing;

import java.util.Optional;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import javax.servlet.sip.URI;

/**
 * The requests that this server makes itself: their From and Contact have {@code
 * advertised_address} and {@code advertised_port}. Immutable.
 *
 * @param host empty when none is advertised
 * @param port −1 for none
 */
public record OwnAddress(Optional<String> host, int port) {

  /**
   * A URI of this server.
   *
   * @param otherwise the host when none is advertised
   */
  public SipURI uri(SipFactory factory, String user, String otherwise) {
    SipURI uri = factory.createSipURI(user, host.orElse(otherwise));
    if (port > 0) {
      uri.setPort(port);
    }
    return uri;
  }

  /** Puts the advertised address into the Contact, as far as the container lets an application. */
  void contact(SipFactory factory, SipServletRequest request, String user) {
    if (host.isEmpty()) {
      return;
    }
    try {
      request.setAddressHeader("Contact", factory.createAddress(uri(factory, user, "")));
    } catch (IllegalArgumentException e) {
      RoutingLog.LOG.contactIsTheContainers(request.getMethod(), e.getMessage());
    }
  }

  /** Makes a request outside of a dialog. */
  SipServletRequest request(
      SipFactory factory,
      SipApplicationSession session,
      String method,
      String user,
      String localHost,
      URI to) {
    SipServletRequest request =
        factory.createRequest(session, method, uri(factory, user, localHost), to);
    contact(factory, request, user);
    return request;
  }
}
