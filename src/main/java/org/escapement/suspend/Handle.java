package org.escapement.suspend;

/**
 * Names a suspended request, as Kamailio's index and label of a transaction do. A place is used
 * again when its request has ended; the label then differs.
 *
 * @param index the place, from 0 on
 * @param label counts the uses of the place
 */
public record Handle(int index, int label) {

  /** Names no request. */
  public static final Handle NONE = new Handle(-1, 0);

  /** {@code index:label}. */
  @Override
  public String toString() {
    return index + ":" + label;
  }

  /**
   * Reads what {@link #toString} writes.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static Handle parse(String text) {
    int colon = text.indexOf(':');
    try {
      return new Handle(
          Integer.parseInt(text.substring(0, Math.max(0, colon))),
          Integer.parseInt(text.substring(colon + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no handle: write INDEX:LABEL", e);
    }
  }
}
