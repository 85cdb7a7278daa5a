package org.escapement.config;

import org.escapement.text.Position;

/** Positions inside a text that may have several lines. */
final class Places {

  private Places() {}

  /**
   * Where a character stands.
   *
   * @param start where {@code raw} begins
   * @param raw as it stands in the file
   * @param index 0 to the length of {@code raw}
   */
  static Position advance(Position start, String raw, int index) {
    if (start.line() == 0) {
      return start;
    }
    int lines = 0;
    int lineBegin = 0;
    for (int i = raw.indexOf('\n'); i >= 0 && i < index; i = raw.indexOf('\n', i + 1)) {
      lines++;
      lineBegin = i + 1;
    }
    return lines == 0
        ? start.plusColumns(index)
        : new Position(start.source(), start.line() + lines, index - lineBegin + 1);
  }
}
