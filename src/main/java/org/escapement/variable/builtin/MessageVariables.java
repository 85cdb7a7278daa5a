package org.escapement.variable.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.Reading;
import org.escapement.variable.VariableContext;
import org.jspecify.annotations.Nullable;

/** What is read from the SIP message, beside its addresses and headers. */
public final class MessageVariables {

  private static final int REQUEST = 1;
  private static final int REPLY = 2;

  /** All of them. */
  public List<PseudoVariable> all() {
    return List.of(
        text(
            "rm", "Method of the request, or of the reply's request", SipServletMessage::getMethod),
        of("ci", "Call-ID", (m, out) -> out.set(m.getCallId())),
        of("cs", "Number of the CSeq header", (m, out) -> setNumber(out, cseq(m))),
        of("si", "Address from which the message came", (m, out) -> out.set(sourceIp(m))),
        of("sp", "Port from which the message came", (m, out) -> setPort(out, sourcePort(m))),
        text("Ri", "Address that received the message", SipServletMessage::getLocalAddr),
        of("Rp", "Port that received the message", (m, out) -> setPort(out, m.getLocalPort())),
        text("proto", "Transport of the message: udp, tcp, tls …", MessageVariables::transport),
        of("mt", "1 for a request, 2 for a reply", (m, out) -> out.set(type(m))),
        of("ml", "Length of the message in bytes", (m, out) -> out.set(MessageLength.of(m))),
        reply("rs", "Status of the reply", (r, out) -> out.set(r.getStatus())),
        reply("rr", "Reason of the reply", (r, out) -> out.set(r.getReasonPhrase())),
        text("ua", "User-Agent header", m -> m.getHeader("User-Agent")),
        text("ct", "Contact header", m -> m.getHeader("Contact")),
        text("cT", "Content-Type header", SipServletMessage::getContentType),
        of("cl", "Length of the body in bytes", (m, out) -> out.set(m.getContentLength())),
        text("rb", "Body of the message", MessageVariables::body));
  }

  /** Reads from a message that is there. */
  @FunctionalInterface
  interface Part {
    void read(SipServletMessage message, Reading out);
  }

  static PseudoVariable of(String name, String help, Part part) {
    return PseudoVariable.of(
        name,
        help,
        (context, out) -> {
          SipServletMessage message = context.message();
          if (message != null) {
            part.read(message, out);
          }
        });
  }

  static PseudoVariable text(
      String name, String help, Function<SipServletMessage, @Nullable String> part) {
    return of(name, help, (message, out) -> out.set(part.apply(message)));
  }

  /** Reads from a reply. */
  @FunctionalInterface
  private interface ReplyPart {
    void read(SipServletResponse reply, Reading out);
  }

  private static PseudoVariable reply(String name, String help, ReplyPart part) {
    return of(
        name,
        help,
        (message, out) -> {
          if (message instanceof SipServletResponse reply) {
            part.read(reply, out);
          }
        });
  }

  /** The request that a message is, or null. */
  static @Nullable SipServletRequest request(VariableContext context) {
    return context.message() instanceof SipServletRequest request ? request : null;
  }

  private static int type(SipServletMessage message) {
    return message instanceof SipServletResponse ? REPLY : REQUEST;
  }

  private static @Nullable String cseq(SipServletMessage message) {
    String header = message.getHeader("CSeq");
    if (header == null) {
      return null;
    }
    int blank = header.strip().indexOf(' ');
    return blank < 0 ? header.strip() : header.strip().substring(0, blank);
  }

  private static void setNumber(Reading out, @Nullable String text) {
    if (text != null) {
      out.set(Long.parseLong(text));
    }
  }

  private static @Nullable String sourceIp(SipServletMessage message) {
    String address = message.getRemoteAddr();
    return address == null ? message.getInitialRemoteAddr() : address;
  }

  private static int sourcePort(SipServletMessage message) {
    return message.getRemoteAddr() == null
        ? message.getInitialRemotePort()
        : message.getRemotePort();
  }

  /** The API says −1 for a message that came from nowhere. */
  private static void setPort(Reading out, int port) {
    if (port > 0) {
      out.set(port);
    }
  }

  private static @Nullable String transport(SipServletMessage message) {
    String transport =
        message.getTransport() == null ? message.getInitialTransport() : message.getTransport();
    return transport == null ? null : transport.toLowerCase(Locale.ROOT);
  }

  private static @Nullable String body(SipServletMessage message) {
    try {
      byte[] body = message.getRawContent();
      return body == null ? null : new String(body, UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the body cannot be read", e);
    }
  }
}
