package org.escapement.routing;

import java.io.IOException;
import javax.servlet.ServletException;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipServletResponse;
import org.escapement.routing.MessageRouting.Next;

/** The way of a reply through the routes. Thread-safe. */
final class ReplyRouting {

  private final RouteRunner runner;
  private final RoutingCounters counters;

  ReplyRouting(RouteRunner runner, RoutingCounters counters) {
    this.runner = runner;
    this.counters = counters;
  }

  /** Takes a reply from its arrival to the servlet, or to where a route ends its way. */
  void arrived(RoutingParts now, SipServletResponse reply, Next<SipServletResponse> next)
      throws ServletException, IOException {
    HandledMessage handled = new HandledMessage(now, reply);
    if (!isChosenAmongBranches(reply) && !isReceived(now, reply, handled)) {
      return;
    }
    if (now.onsendForReplies() && reply.getProxy() != null && !reply.isBranchResponse()) {
      runner.run(now, now.callbacks().onsend(), handled);
    }
    if (handled.isDropped()) {
      counters.sip().replyDropped();
    } else if (!handled.isDone()) {
      next.handle(reply);
    }
  }

  /** Runs the routes of a reply that was just received; false if it is malformed. */
  private boolean isReceived(RoutingParts now, SipServletResponse reply, HandledMessage handled) {
    counters.received(reply);
    Callbacks routes = now.callbacks();
    runner.run(now, routes.received(), handled);
    if (!handled.isDone() && !now.checks().isSound(reply)) {
      return false;
    }
    runner.run(now, routes.preRouting(), handled);
    runner.runLocked(now, routes.reply(), handled);
    return true;
  }

  /**
   * Each final reply of a branch is given to the servlet when it is received, and the best one of
   * all branches once more, before it is sent on.
   */
  private boolean isChosenAmongBranches(SipServletResponse reply) {
    Proxy proxy = reply.getProxy();
    boolean chosen =
        proxy != null
            && reply.getStatus() >= RoutingCounters.FIRST_FINAL
            && !reply.isBranchResponse();
    if (chosen) {
      counters.chosen(proxy.getOriginalRequest(), reply.getStatus());
    }
    return chosen;
  }
}
