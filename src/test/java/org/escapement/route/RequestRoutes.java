package org.escapement.route;

import javax.servlet.sip.SipServletRequest;
import org.escapement.StandIn;

/** Runs routes of a test, whose message's context knows nothing but the request. */
public final class RequestRoutes {

  private final RouteTable table;

  public RequestRoutes(RouteTable table) {
    this.table = table;
  }

  /** Runs a route on the calling thread, and returns its result. */
  public int run(String route, SipServletRequest request) throws Throwable {
    MessageContext context = StandIn.of(MessageContext.class, new Handled(request));
    return new MessageRun(table, context).run(table.messageRoute(route));
  }

  /** The script of the context. */
  public record Handled(SipServletRequest message) {}
}
