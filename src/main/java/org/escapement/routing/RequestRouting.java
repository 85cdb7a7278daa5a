package org.escapement.routing;

import java.io.IOException;
import java.util.List;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.URI;
import org.escapement.route.MessageRoute;
import org.escapement.routing.MessageRouting.Next;

/** The way of a request through the routes, now or later. Thread-safe. */
final class RequestRouting {

  private final RouteRunner runner;
  private final RoutingCounters counters;

  RequestRouting(RouteRunner runner, RoutingCounters counters) {
    this.runner = runner;
    this.counters = counters;
  }

  /** Takes a request from its arrival to the servlet, or to where a route ends its way. */
  void arrived(RoutingParts now, SipServletRequest request, Next<SipServletRequest> next)
      throws ServletException, IOException {
    counters.received(request);
    if (request.getMethod().equals("CANCEL")) {
      var unused = Waiting.cancel(request);
    }
    Callbacks routes = now.callbacks();
    HandledMessage handled = new HandledMessage(now, request);
    runner.run(now, routes.received(), handled);
    if (!handled.isDone() && !now.checks().isSound(request)) {
      now.replies().answerIfPossible(request, SipServletResponse.SC_BAD_REQUEST);
      return;
    }
    runner.run(now, routes.preRouting(), handled);
    runner.runLocked(now, routes.request(), handled);
    if (handled.isDropped()) {
      dropped(request);
    } else if (!handled.isDone() && !isTaken(request, routes)) {
      next.handle(request);
      counters.handled(request);
    }
  }

  /** A route may have suspended the request, or answered or proxied by the container's means. */
  private static boolean isTaken(SipServletRequest request, Callbacks routes) {
    return Waiting.has(request)
        || (routes.request() != null && request.isInitial() && request.isCommitted());
  }

  /** Runs a route on a request that arrived before, and has waited since. */
  void resumed(RoutingParts now, MessageRoute route, SipServletRequest request) {
    HandledMessage handled = new HandledMessage(now, request);
    runner.runLocked(now, route, handled);
    if (handled.isDropped()) {
      dropped(request);
    } else {
      counters.handled(request);
    }
  }

  /** Nobody answers a dropped request, so its session must not wait for that. */
  private void dropped(SipServletRequest request) {
    counters.dropped(request);
    if (request.isInitial() && !request.isCommitted()) {
      request.getApplicationSession().setExpires(1);
    }
  }

  /** Runs the onsend route on a request that is about to leave; false if it must not. */
  boolean mayLeave(RoutingParts now, SipServletRequest request, List<? extends URI> targets) {
    MessageRoute onsend = now.callbacks().onsend();
    if (onsend == null) {
      return true;
    }
    HandledMessage leaving = new HandledMessage(now, request, targets);
    runner.run(now, onsend, leaving);
    return !leaving.isDropped() && !request.isCommitted(); // answered, when the route failed
  }
}
