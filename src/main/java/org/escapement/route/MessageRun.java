package org.escapement.route;

import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.timer.TimerContext;

/**
 * Routes that run for a SIP message, one after the other; one object per message and thread. Not
 * thread-safe.
 */
public final class MessageRun extends RouteRun {

  private final MessageContext handled;

  /** Makes a run without any route yet. */
  public MessageRun(RouteTable table, MessageContext handled) {
    super(table);
    this.handled = handled;
  }

  /**
   * Runs a route.
   *
   * @return its result
   * @throws Throwable what the route throws
   */
  public int run(MessageRoute messageRoute) throws Throwable {
    return run(messageRoute.callable());
  }

  @Override
  TimerContext timer() {
    throw lacks("a timer", "a message");
  }

  @Override
  MessageContext handled() {
    return handled;
  }

  /** Of a reply: the request that it answers. */
  @Override
  SipServletRequest request() {
    return handled.message() instanceof SipServletResponse response
        ? response.getRequest()
        : (SipServletRequest) handled.message();
  }

  @Override
  SipServletResponse response() {
    if (handled.message() instanceof SipServletResponse response) {
      return response;
    }
    throw lacks("a reply", "a request");
  }
}
