package org.escapement.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.logging.Level;

/**
 * A message for a sink. Immutable.
 *
 * @param category the logger's name
 * @param text prefix and message in one line
 */
record LogLine(Instant time, Level level, String category, String text) {

  /** No receiver of datagrams needs to take more (RFC 5424, section 6.1, recommends 2048). */
  private static final int MAX_CHARACTERS = 8_000;

  static LogLine of(Instant time, Level level, String category, String text) {
    return new LogLine(time, level, category, oneLine(text));
  }

  /** What a user sends must not look like a line of its own. */
  private static String oneLine(String text) {
    int end = Math.min(text.length(), MAX_CHARACTERS);
    StringBuilder line = new StringBuilder(end + 1);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return (end < text.length() ? line.append('…') : line).toString();
  }

  /** Text as it goes over the wire. */
  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
