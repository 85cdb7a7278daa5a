package org.escapement.config;

import org.escapement.text.PlacedText;
import org.escapement.text.Position;

/**
 * Takes quotes and escapes off a string. In double quotes: {@code \n \r \t \a \" \\}, {@code \xHH},
 * {@code \NNN} (octal, two or three digits) and a backslash at the end of a line, which joins the
 * next one; a backslash before anything else stands for itself. In single quotes nothing is an
 * escape but a backslash at the end of a line.
 */
final class StringLiteral {

  private final String raw;
  private final PlacedText.Builder content;
  private int line;
  private int column;
  private final String source;
  private int next = 1;

  private StringLiteral(String raw, Position quote) {
    this.raw = raw;
    this.source = quote.source();
    this.line = quote.line();
    this.column = quote.column() == 0 ? 0 : quote.column() + 1;
    this.content = new PlacedText.Builder(here());
  }

  /**
   * Reads a string.
   *
   * @param raw with its quotes
   * @param quote where the opening quote stands
   */
  static PlacedText read(String raw, Position quote) {
    StringLiteral literal = new StringLiteral(raw, quote);
    boolean escapes = raw.charAt(0) == '"';
    int end = raw.length() - 1;
    while (literal.next < end) {
      char c = raw.charAt(literal.next);
      if (c == '\\' && literal.lineEndLength(end) > 0) {
        literal.skip(1 + literal.lineEndLength(end));
      } else if (c == '\\' && escapes) {
        literal.escape(end);
      } else {
        literal.take(1, c);
      }
    }
    return literal.content.build();
  }

  private int lineEndLength(int end) {
    if (next + 1 < end && raw.charAt(next + 1) == '\n') {
      return 1;
    }
    return next + 2 < end && raw.charAt(next + 1) == '\r' && raw.charAt(next + 2) == '\n' ? 2 : 0;
  }

  private void escape(int end) {
    char c = raw.charAt(next + 1);
    switch (c) {
      case 'n' -> take(2, '\n');
      case 'r' -> take(2, '\r');
      case 't' -> take(2, '\t');
      case 'a' -> take(2, '\u0007');
      case '"', '\\' -> take(2, c);
      case 'x' -> number(2, Math.min(end, next + 4), 16, 1);
      default -> number(1, Math.min(end, next + 4), 8, 2);
    }
  }

  private void number(int prefix, int end, int radix, int fewest) {
    int i = next + prefix;
    while (i < end && Character.digit(raw.charAt(i), radix) >= 0 && raw.charAt(i) < 128) {
      i++;
    }
    if (i - next - prefix < fewest) {
      take(1, '\\');
    } else {
      take(i - next, (char) (Integer.parseInt(raw.substring(next + prefix, i), radix) & 0xff));
    }
  }

  private void take(int length, char meaning) {
    content.append(meaning);
    boolean moved = length > 1 || raw.charAt(next) == '\n';
    advance(length);
    if (moved) {
      content.moveTo(here());
    }
  }

  private void skip(int length) {
    advance(length);
    content.moveTo(here());
  }

  private void advance(int length) {
    for (int end = next + length; next < end; next++) {
      if (raw.charAt(next) == '\n' && line > 0) {
        line++;
        column = 1;
      } else if (column > 0) {
        column++;
      }
    }
  }

  private Position here() {
    return new Position(source, line, column);
  }
}
