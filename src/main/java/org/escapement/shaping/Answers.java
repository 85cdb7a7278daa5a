package org.escapement.shaping;

import java.io.IOException;
import java.time.Duration;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.routing.MessageRouting;
import org.escapement.routing.Replies;
import org.jspecify.annotations.Nullable;

/**
 * The final answers that the shaper gives itself. An INVITE that its caller has just given up
 * cannot be answered any more; that is no error. Thread-safe.
 */
final class Answers {

  private final MessageRouting routing;

  /**
   * @param routing makes replies and adds the headers of the core parameters
   */
  Answers(MessageRouting routing) {
    this.routing = routing;
  }

  /** 503 with the time after which a new attempt makes sense. */
  void unavailable(SipServletRequest request, long retryAfterSeconds) {
    send(
        request,
        SipServletResponse.SC_SERVICE_UNAVAILABLE,
        "Retry-After",
        Long.toString(retryAfterSeconds));
  }

  /** 480 with the reason (RFC 3326). */
  void waitedTooLong(SipServletRequest request, String queue, Duration maxWait) {
    send(
        request,
        SipServletResponse.SC_TEMPORARILY_UNAVAILABLE,
        "Reason",
        "SIP;cause=480;text=\"waited "
            + maxWait.toMillis()
            + " ms for a turn in queue "
            + queue.replaceAll("\\p{Cntrl}", " ").replaceAll("[\"\\\\]", "\\\\$0")
            + '"');
  }

  void forbidden(SipServletRequest request) {
    send(
        request,
        SipServletResponse.SC_FORBIDDEN,
        "Reason",
        "SIP;cause=403;text=\"no queue is assigned to this call\"");
  }

  void tooManyHops(SipServletRequest request) {
    send(request, SipServletResponse.SC_TOO_MANY_HOPS, null, "");
  }

  void serverError(SipServletRequest request) {
    send(request, SipServletResponse.SC_SERVER_INTERNAL_ERROR, null, "");
  }

  void ok(SipServletRequest request) {
    send(request, SipServletResponse.SC_OK, null, "");
  }

  private void send(SipServletRequest request, int status, @Nullable String header, String value) {
    try {
      Replies replies = routing.replies();
      SipServletResponse response = replies.create(request, status, null);
      if (header != null) {
        response.setHeader(header, value);
      }
      replies.send(request, response, status);
    } catch (IOException | IllegalStateException e) {
      ShapingLog.LOG.notAnswered(request.getCallId(), status, e);
    }
  }
}
