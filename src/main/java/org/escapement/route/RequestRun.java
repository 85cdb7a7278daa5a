package org.escapement.route;

import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.timer.TimerContext;

/** Routes that run for a request outside of its first handling, such as a resumed one. */
final class RequestRun extends RouteRun {

  private final SipServletRequest request;

  RequestRun(RouteTable table, SipServletRequest request) {
    super(table);
    this.request = request;
  }

  @Override
  TimerContext timer() {
    throw lacks("a timer", "a request");
  }

  @Override
  MessageContext handled() {
    throw lacks("a message's context", "a resumed request");
  }

  @Override
  SipServletRequest request() {
    return request;
  }

  @Override
  SipServletResponse response() {
    throw lacks("a reply", "a request");
  }
}
