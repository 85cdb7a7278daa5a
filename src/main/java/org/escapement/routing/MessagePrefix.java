package org.escapement.routing;

import java.io.IOException;
import java.util.function.Function;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServletMessage;
import org.escapement.log.LogPrefix;
import org.jspecify.annotations.Nullable;

/** The text before the log lines that are written while a message is handled. Thread-safe. */
final class MessagePrefix {

  private final LogPrefix lines;
  private volatile @Nullable Function<SipServletMessage, String> text;

  MessagePrefix(LogPrefix lines) {
    this.lines = lines;
  }

  void set(Function<SipServletMessage, String> made) {
    text = made;
  }

  /** Whether there is one; without it a message is best handled directly, at no cost. */
  boolean isSet() {
    return text != null;
  }

  /** Handles a message. */
  void during(SipServletMessage message, LogPrefix.Task<Exception> handling)
      throws ServletException, IOException {
    Function<SipServletMessage, String> present = text;
    try {
      if (present == null) {
        handling.run();
      } else {
        lines.during(() -> present.apply(message), handling);
      }
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
