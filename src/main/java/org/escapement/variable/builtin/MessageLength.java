package org.escapement.variable.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Iterator;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** The API does not tell the length, so it is counted as the message would be written. */
final class MessageLength {

  private static final long LINE_END = 2;
  private static final long COLON_AND_BLANK = 2;

  private MessageLength() {}

  static long of(SipServletMessage message) {
    long length = firstLine(message) + 2 * LINE_END + message.getContentLength();
    Iterator<String> names = message.getHeaderNames();
    while (names.hasNext()) {
      String name = names.next();
      Iterator<String> values = message.getHeaders(name);
      while (values.hasNext()) {
        length += bytes(name) + COLON_AND_BLANK + bytes(values.next()) + LINE_END;
      }
    }
    return length;
  }

  private static long firstLine(SipServletMessage message) {
    String protocol = message.getProtocol();
    long version = bytes(protocol == null ? "SIP/2.0" : protocol);
    if (message instanceof SipServletResponse reply) {
      String reason = reply.getReasonPhrase();
      return version + " 200 ".length() + (reason == null ? 0 : bytes(reason));
    }
    String uri = ((SipServletRequest) message).getRequestURI().toString();
    return bytes(message.getMethod()) + 1 + bytes(uri) + 1 + version;
  }

  private static long bytes(String text) {
    return text.getBytes(UTF_8).length;
  }
}
