package org.escapement.routing;

import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.route.MessageRoute;
import org.escapement.route.MessageRun;
import org.escapement.route.RouteRules;
import org.jspecify.annotations.Nullable;

/**
 * Runs single routes on messages: one that fails is logged and counted, and its request answered
 * with 500. Thread-safe.
 */
final class RouteRunner {

  private final RouteRules rules;
  private final RoutingCounters counters;

  RouteRunner(RouteRules rules, RoutingCounters counters) {
    this.rules = rules;
    this.counters = counters;
  }

  /** Runs a route, if there is one and the message goes on. */
  void run(RoutingParts parts, @Nullable MessageRoute route, HandledMessage handled) {
    if (route == null || handled.isDone()) {
      return;
    }
    try {
      if (new MessageRun(parts.table(), handled).run(route) < 0) {
        handled.drop();
      }
    } catch (Throwable e) { // whatever a route throws, the next message must come through
      SipServletMessage message = handled.message();
      RoutingLog.LOG.routeFailed(route.name(), message.getMethod(), message.getCallId(), e);
      fail(parts, handled);
    }
  }

  /** As {@link #run}, one message of a Call-ID after the other, and timed when somebody looks. */
  void runLocked(RoutingParts parts, @Nullable MessageRoute route, HandledMessage handled) {
    if (route == null || handled.isDone()) {
      return;
    }
    CallLocks.Held held;
    try {
      held = parts.locks().lock(handled.message().getCallId());
    } catch (IllegalStateException e) {
      RoutingLog.LOG.locked(handled.message().getCallId(), e.getMessage());
      fail(parts, handled);
      return;
    }
    try {
      runTimed(parts, route, handled);
    } finally {
      held.release();
    }
  }

  private void runTimed(RoutingParts parts, MessageRoute route, HandledMessage handled) {
    if (!rules.latency().logsMessages()) {
      run(parts, route, handled);
      return;
    }
    long begin = System.nanoTime();
    run(parts, route, handled);
    rules.latency().message(route.name(), System.nanoTime() - begin);
  }

  private void fail(RoutingParts parts, HandledMessage handled) {
    counters.routeFailed();
    if (handled.message() instanceof SipServletRequest request) {
      parts.replies().answerIfPossible(request, SipServletResponse.SC_SERVER_INTERNAL_ERROR);
      handled.exit();
    }
  }
}
