package org.escapement.text;

/**
 * Where a piece of configuration comes from.
 *
 * @param source the file's path as the user wrote it, or a name such as a class and method
 * @param line counted from 1; 0 when the source has no lines
 * @param column counted from 1; 0 when unknown
 */
public record Position(String source, int line, int column) {

  /** A position in something that has no lines, such as an annotated class. */
  public static Position of(String source) {
    return new Position(source, 0, 0);
  }

  /** The position {@code columns} further right on the same line. */
  public Position plusColumns(int columns) {
    return column == 0 ? this : new Position(source, line, column + columns);
  }

  /** {@code file:line:column}, or the bare source when it has no lines. */
  @Override
  public String toString() {
    return line == 0 ? source : source + ':' + line + ':' + column;
  }
}
