package org.escapement.routing;

import static org.escapement.routing.RoutingTexts.TEXTS;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import javax.servlet.sip.SipURI;
import org.escapement.log.LeveledLog;

/**
 * What a message must be like before routes and application see it: {@code sip_parser_mode}, {@code
 * uri_host_extra_chars}, {@code check_via}. Thread-safe.
 */
final class MessageChecks {

  private static final List<String> SINGLE =
      List.of("From", "To", "Call-ID", "CSeq", "Max-Forwards");

  private final boolean strict;
  private final boolean checkVia;
  private final HostCharacters hosts;
  private final Myself myself;
  private final RoutingCounters counters;
  private final LeveledLog refusals;
  private final LeveledLog parserLog;

  /**
   * Takes the parameters.
   *
   * @param strict {@code sip_parser_mode=1}: no duplicate of a header that may stand once only
   * @param refusals of messages that go no further: {@code corelog}
   * @param parserLog of what is malformed in them: {@code sip_parser_log}
   */
  MessageChecks(
      boolean strict,
      boolean checkVia,
      HostCharacters hosts,
      Myself myself,
      RoutingCounters counters,
      LeveledLog refusals,
      LeveledLog parserLog) {
    this.strict = strict;
    this.checkVia = checkVia;
    this.hosts = hosts;
    this.myself = myself;
    this.counters = counters;
    this.refusals = refusals;
    this.parserLog = parserLog;
  }

  /** Lets everything pass that has a host of standard characters. */
  static MessageChecks none(Myself myself, RoutingCounters counters) {
    return new MessageChecks(
        false,
        false,
        new HostCharacters("_"),
        myself,
        counters,
        new LeveledLog("core", () -> 0),
        new LeveledLog("sip", () -> 0));
  }

  /** Whether a request may go on; one that may not is counted, and wants 400 as its answer. */
  boolean isSound(SipServletRequest request) {
    if (request.getRequestURI() instanceof SipURI uri && !hosts.allow(uri.getHost())) {
      counters.sip().badUri();
      refuse(request, "its Request-URI has the host '" + uri.getHost() + "'");
      return false;
    }
    return hasNoDuplicates(request);
  }

  /** Whether a reply may go on; one that may not is counted. */
  boolean isSound(SipServletResponse reply) {
    if (checkVia && !isViaOurs(reply)) {
      counters.sip().replyDropped();
      drop(reply, "its topmost Via is not of this server: " + reply.getHeader("Via"));
      return false;
    }
    return hasNoDuplicates(reply);
  }

  private boolean hasNoDuplicates(SipServletMessage message) {
    if (!strict) {
      return true;
    }
    for (int i = 0; i < SINGLE.size(); i++) {
      Iterator<?> values = message.getHeaders(SINGLE.get(i));
      if (values.hasNext()) {
        values.next();
        if (values.hasNext()) {
          counters.sip().badHeader();
          refuse(message, "it has more than one header " + SINGLE.get(i));
          return false;
        }
      }
    }
    return true;
  }

  private void refuse(SipServletMessage message, String why) {
    parserLog.write(
        () ->
            TEXTS.malformed(
                message.getMethod(), message.getCallId(), message.getRemoteAddr(), why));
    if (message instanceof SipServletResponse reply) {
      counters.sip().replyFaulty();
      drop(reply, why);
    } else {
      counters.sip().requestFaulty();
      refusals.write(
          () ->
              TEXTS.refused(
                  message.getMethod(), message.getCallId(), message.getRemoteAddr(), why));
    }
  }

  private void drop(SipServletResponse reply, String why) {
    refusals.write(
        () -> TEXTS.dropped(reply.getStatus(), reply.getCallId(), reply.getRemoteAddr(), why));
  }

  private boolean isViaOurs(SipServletResponse reply) {
    String via = reply.getHeader("Via");
    Optional<ViaAddress> sender = via == null ? Optional.empty() : ViaAddress.parse(via);
    return sender.isPresent()
        && myself.matches(sender.get().host(), sender.get().port(), sender.get().transport());
  }
}
