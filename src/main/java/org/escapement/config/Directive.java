package org.escapement.config;

import org.escapement.text.PlacedText;
import org.escapement.text.Position;

/**
 * A line for the preprocessor, such as {@code #!define NAME value}.
 *
 * @param name without its mark
 * @param position of the mark
 * @param rest what follows the name, without blanks around it
 */
record Directive(String name, Position position, PlacedText rest) {

  static Directive read(PlacedToken token) {
    String raw = token.getText();
    int mark = 0;
    while (raw.charAt(mark) != '#' && raw.charAt(mark) != '!') {
      mark++;
    }
    int end = mark + 2;
    while (end < raw.length() && isNamePart(raw.charAt(end))) {
      end++;
    }
    Position start = token.position();
    return new Directive(
        raw.substring(mark + 2, end),
        Places.advance(start, raw, mark),
        slice(raw, end, raw.length(), start));
  }

  /** Cuts a piece out, without blanks around it. */
  private static PlacedText slice(String raw, int from, int to, Position start) {
    int begin = from;
    int end = to;
    while (begin < end && raw.charAt(begin) <= ' ') {
      begin++;
    }
    while (end > begin && raw.charAt(end - 1) <= ' ') {
      end--;
    }
    return PlacedText.of(raw.substring(begin, end), Places.advance(start, raw, begin));
  }

  /** A piece of the rest with its place, without blanks around it. */
  PlacedText slice(int from, int to) {
    return slice(rest.text(), from, to, rest.position());
  }

  /** The length of the name that the rest begins with; 0 when it begins with none. */
  int wordLength() {
    String text = rest.text();
    int end = 0;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    return end > 0 && Character.isDigit(text.charAt(0)) ? 0 : end;
  }

  /** The name that the rest begins with, or an empty text. */
  String word() {
    return rest.text().substring(0, wordLength());
  }

  /** What follows the name that the rest begins with. */
  PlacedText afterWord() {
    return slice(wordLength(), rest.text().length());
  }

  boolean includes() {
    return name.endsWith("_file");
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
