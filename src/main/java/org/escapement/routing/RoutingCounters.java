package org.escapement.routing;

import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipSession;
import org.escapement.routing.Transaction.Kind;
import org.escapement.statistic.Counter;
import org.escapement.statistic.SentReplies;
import org.escapement.statistic.SipCounters;
import org.escapement.statistic.Statistics;
import org.escapement.statistic.TransactionCounters;

/** Counts messages, transactions, and what went wrong with them. Thread-safe. */
final class RoutingCounters {

  static final int FIRST_FINAL = 200;
  private static final int CANCELLED = 487;

  /** Marks the session of a dialog whose further requests the container sends on itself. */
  private static final String PROXIED = "org.escapement.proxied";

  private final SipCounters sip;
  private final TransactionCounters transactions;
  private final SentReplies sent;
  private final Counter failedRoutes;
  private final Counter excessBranches;

  RoutingCounters(Statistics statistics) {
    sip = new SipCounters(statistics);
    transactions = new TransactionCounters(statistics);
    sent = new SentReplies(statistics);
    failedRoutes =
        statistics.counter("core", "failed_routes", "Routes of messages that ended by an error");
    excessBranches =
        statistics.counter(
            "core", "excess_branches", "Requests that had more branches than max_branches");
  }

  SipCounters sip() {
    return sip;
  }

  void received(SipServletRequest request) {
    if (isOwn(request)) {
      return;
    }
    String method = request.getMethod();
    sip.requestReceived(method);
    boolean goesOn = !request.isInitial() && isProxied(request);
    switch (method) {
      case "ACK" -> sent.ackReceived();
      case "CANCEL" -> {
        end(request, CANCELLED);
        return;
      }
      default -> Transaction.begin(request, goesOn ? Kind.FORWARDED : Kind.RECEIVED, transactions);
    }
    if (goesOn) {
      sip.requestForwarded();
    }
  }

  /** The container takes a request of this server's own through its servlet on its way out. */
  private static boolean isOwn(SipServletRequest request) {
    Transaction begun = Transaction.of(request);
    return begun != null
        && begun.kind() == Kind.OWN
        && !request.getMethod().equals("CANCEL")
        && !request.getMethod().equals("ACK");
  }

  private static boolean isProxied(SipServletRequest request) {
    SipSession session = request.getSession(false);
    return session != null && session.isValid() && session.getAttribute(PROXIED) != null;
  }

  void received(SipServletResponse reply) {
    sip.replyReceived(reply.getStatus(), reply.getMethod());
    transactions.replyReceived();
    SipServletRequest request = reply.getRequest();
    Transaction within = request == null ? null : Transaction.of(request);
    boolean isFinal = reply.getStatus() >= FIRST_FINAL;
    if (within == null || within.kind() == Kind.RECEIVED) {
      if (reply.getProxy() != null && !isFinal) {
        relayed();
      }
      return;
    }
    if (within.kind() == Kind.FORWARDED) {
      relayed();
    }
    if (isFinal) {
      within.end(request, reply.getStatus());
    }
  }

  private void relayed() {
    sip.replyForwarded();
    transactions.replyRelayed();
  }

  /** A final reply was chosen among those of all branches, and is sent on. */
  void chosen(SipServletRequest request, int status) {
    relayed();
    end(request, status);
  }

  /** A reply of ours left. */
  void replySent(SipServletRequest request, int status) {
    transactions.replyGenerated();
    sent.sent(status);
    if (status >= FIRST_FINAL) {
      end(request, status);
    }
  }

  /** The servlet has handled a request, and may have answered it on its own. */
  void handled(SipServletRequest request) {
    if (request.isCommitted() && !isProxied(request) && !request.getMethod().equals("CANCEL")) {
      endUnseen(request);
    }
  }

  /** A request was dropped, and nobody will answer it. */
  void dropped(SipServletRequest request) {
    sip.requestDropped();
    endUnseen(request);
  }

  private static void end(SipServletRequest request, int status) {
    Transaction begun = Transaction.of(request);
    if (begun != null) {
      begun.end(request, status);
    }
  }

  private static void endUnseen(SipServletRequest request) {
    Transaction begun = Transaction.of(request);
    if (begun != null) {
      begun.endUnseen(request);
    }
  }

  /** This server made a request, which leaves next. */
  void ownRequest(SipServletRequest request) {
    Transaction.begin(request, Kind.OWN, transactions);
  }

  /**
   * A request is about to leave for its next hops, and those of its dialog will by themselves. Told
   * before it leaves: afterwards its session may have ended.
   */
  void goesOn(SipServletRequest request) {
    request.getSession().setAttribute(PROXIED, true);
  }

  void routeFailed() {
    failedRoutes.increment();
  }

  void tooManyBranches() {
    excessBranches.increment();
  }
}
