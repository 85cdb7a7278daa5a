package org.escapement.routing;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.statistic.Counter;
import org.escapement.statistic.SipCounters;
import org.escapement.statistic.Statistics;
import org.escapement.statistic.TransactionCounters;
import org.jspecify.annotations.Nullable;

/** Counts messages, transactions, and what went wrong with them. Thread-safe. */
final class RoutingCounters {

  static final int FIRST_FINAL = 200;
  private static final int CANCELLED = 487;

  /** Marks a request whose transaction has no final answer yet. */
  private static final String TRANSACTION = "org.escapement.transaction";

  private final SipCounters sip;
  private final TransactionCounters transactions;
  private final Counter failedRoutes;
  private final Counter excessBranches;

  RoutingCounters(Statistics statistics) {
    sip = new SipCounters(statistics);
    transactions = new TransactionCounters(statistics);
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
    sip.requestReceived(request.getMethod());
    String method = request.getMethod();
    if (method.equals("CANCEL")) {
      end(request.getSession().getAttribute(TRANSACTION), CANCELLED);
    } else if (request.isInitial() && !method.equals("ACK")) {
      begin(request);
    }
  }

  void received(SipServletResponse reply) {
    sip.replyReceived(reply.getStatus(), reply.getMethod());
    if (reply.getProxy() != null && reply.getStatus() < FIRST_FINAL) {
      sip.replyForwarded();
    }
  }

  /** A final reply was chosen among those of all branches, and is sent on. */
  void chosen(SipServletRequest request, int status) {
    sip.replyForwarded();
    end(request.getAttribute(TRANSACTION), status);
  }

  /** A reply of ours left. */
  void replySent(SipServletRequest request, int status) {
    transactions.replySent();
    if (status >= FIRST_FINAL) {
      end(request.getAttribute(TRANSACTION), status);
    }
  }

  /** An INVITE can be cancelled, and only its session leads from the one to the other. */
  private void begin(SipServletRequest request) {
    transactions.serverBegun();
    AtomicBoolean running = new AtomicBoolean(true);
    request.setAttribute(TRANSACTION, running);
    if (request.getMethod().equals("INVITE")) {
      request.getSession().setAttribute(TRANSACTION, running);
    }
  }

  /** The servlet has handled a request, and may have answered it on its own. */
  void handled(SipServletRequest request) {
    if (request.isCommitted()
        && request.getAttribute(TRANSACTION) instanceof AtomicBoolean running
        && running.getAndSet(false)) {
      transactions.endedUnseen();
    }
  }

  private void end(@Nullable Object transaction, int status) {
    if (transaction instanceof AtomicBoolean running && running.getAndSet(false)) {
      transactions.ended(status);
    }
  }

  void requestForwarded() {
    sip.requestForwarded();
  }

  void routeFailed() {
    failedRoutes.increment();
  }

  void tooManyBranches() {
    excessBranches.increment();
  }
}
