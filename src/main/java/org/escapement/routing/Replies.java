package org.escapement.routing;

import java.io.IOException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.jspecify.annotations.Nullable;

/** Answers requests in the name of this server. Thread-safe. */
public final class Replies {

  private final Signature signature;
  private final RoutingCounters counters;

  Replies(Signature signature, RoutingCounters counters) {
    this.signature = signature;
    this.counters = counters;
  }

  /**
   * Makes a reply with the headers that the core parameters add; the caller may add others before
   * {@link #send}.
   *
   * @param status 100 to 699
   * @param reason null for the usual text
   * @throws IllegalStateException if the request has a final answer already
   */
  public SipServletResponse create(SipServletRequest request, int status, @Nullable String reason) {
    SipServletResponse reply =
        reason == null ? request.createResponse(status) : request.createResponse(status, reason);
    signature.sign(reply, request);
    return reply;
  }

  /** Sends a reply made by {@link #create}. */
  public void send(SipServletRequest request, SipServletResponse reply, int status)
      throws IOException {
    reply.send();
    counters.replySent(request, status);
  }

  /** Signs a request that this server makes itself. */
  public void sign(SipServletRequest request) {
    signature.sign(request);
  }

  /** Makes and sends at once; a request that cannot be answered any more is left alone. */
  public void answerIfPossible(SipServletRequest request, int status) {
    if (request.getMethod().equals("ACK") || request.isCommitted()) {
      return;
    }
    try {
      send(request, create(request, status, null), status);
    } catch (IOException | IllegalStateException e) {
      RoutingLog.LOG.notAnswered(request.getCallId(), status, e);
    }
  }
}
