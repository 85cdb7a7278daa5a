package org.escapement.routing;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;
import javax.servlet.sip.SipSessionBindingEvent;
import javax.servlet.sip.SipSessionBindingListener;
import org.escapement.statistic.TransactionCounters;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that a received request or one of this server's own began, until its final answer.
 * It ends once: whoever tells the end first is counted. Thread-safe.
 *
 * <p>It hangs on the request, where its replies find it, and on the session by its CSeq, where a
 * CANCEL does; a session that ends takes along what nobody has answered.
 */
final class Transaction implements SipSessionBindingListener {

  private static final String NAME = "org.escapement.transaction";

  /** Whose request it is, and where that goes. */
  enum Kind {
    /** Received; a servlet decides what becomes of it. */
    RECEIVED,
    /** Received within a proxied dialog: the container sent it on before any servlet saw it. */
    FORWARDED,
    /** Made by this server. */
    OWN
  }

  private final TransactionCounters counters;
  private final Kind kind;
  private final AtomicBoolean running = new AtomicBoolean(true);

  private Transaction(TransactionCounters counters, Kind kind) {
    this.counters = counters;
    this.kind = kind;
  }

  /** Begins one. */
  static void begin(SipServletRequest request, Kind kind, TransactionCounters counters) {
    if (kind == Kind.OWN) {
      counters.clientBegun();
    } else {
      counters.serverBegun();
    }
    Transaction begun = new Transaction(counters, kind);
    request.setAttribute(NAME, begun);
    SipSession session = request.getSession();
    if (session.isValid()) {
      session.setAttribute(nameOf(request), begun);
    }
  }

  /** Of a request, or of the one that it cancels; null if none was begun for it. */
  static @Nullable Transaction of(SipServletRequest request) {
    if (request.getAttribute(NAME) instanceof Transaction own) {
      return own;
    }
    SipSession session = request.getSession(false);
    return session != null
            && session.isValid()
            && session.getAttribute(nameOf(request)) instanceof Transaction cancelled
        ? cancelled
        : null;
  }

  /** A CANCEL has the number of what it cancels (RFC 3261, section 9.1). */
  private static String nameOf(SipServletRequest request) {
    String cseq = request.getHeader("CSeq");
    int blank = cseq == null ? -1 : cseq.indexOf(' ');
    return blank < 0 ? NAME : NAME + '.' + cseq.substring(0, blank);
  }

  Kind kind() {
    return kind;
  }

  /**
   * A final answer was sent.
   *
   * @param status 200 to 699
   */
  void end(SipServletRequest request, int status) {
    if (running.getAndSet(false)) {
      counters.ended(status);
      forget(request);
    }
  }

  /** It was answered where nobody saw it, or will not be answered. */
  void endUnseen(SipServletRequest request) {
    if (running.getAndSet(false)) {
      counters.endedUnseen();
      forget(request);
    }
  }

  private static void forget(SipServletRequest request) {
    SipSession session = request.getSession(false);
    if (session != null && session.isValid()) {
      session.removeAttribute(nameOf(request));
    }
  }

  @Override
  public void valueBound(SipSessionBindingEvent event) {
    // its begin has been counted
  }

  @Override
  public void valueUnbound(SipSessionBindingEvent event) {
    if (running.getAndSet(false)) {
      counters.endedUnseen();
    }
  }
}
