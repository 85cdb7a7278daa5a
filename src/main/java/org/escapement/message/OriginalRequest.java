package org.escapement.message;

import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/**
 * The message that routes saw first: what they leave on a request is found again with its replies,
 * as in Kamailio's transactions.
 */
public final class OriginalRequest {

  private OriginalRequest() {}

  /** A request is its own; a reply without a request stands for itself. */
  public static SipServletMessage of(SipServletMessage message) {
    if (!(message instanceof SipServletResponse reply)) {
      return message;
    }
    Proxy proxy = reply.getProxy(); // its replies know only the requests of their branches
    SipServletRequest request = proxy == null ? reply.getRequest() : proxy.getOriginalRequest();
    return request == null ? reply : request;
  }
}
