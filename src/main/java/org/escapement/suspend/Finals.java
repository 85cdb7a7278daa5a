package org.escapement.suspend;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/**
 * The answers to requests that nobody resumed. A request that its caller has just given up cannot
 * be answered any more; that is no error.
 */
final class Finals {

  private Finals() {}

  static void requestTimeout(SipServletRequest request) {
    send(request, SipServletResponse.SC_REQUEST_TIMEOUT);
  }

  static void unavailable(SipServletRequest request) {
    send(request, SipServletResponse.SC_SERVICE_UNAVAILABLE);
  }

  private static void send(SipServletRequest request, int status) {
    try {
      request.createResponse(status).send();
    } catch (IOException | IllegalStateException e) {
      SuspendLog.LOG.notAnswered(request.getCallId(), status, e);
    }
  }
}
