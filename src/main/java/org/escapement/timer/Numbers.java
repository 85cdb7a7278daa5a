package org.escapement.timer;

/** The whole numbers of definitions and routes, and their ranges. */
final class Numbers {

  /** The largest number of tasks, slices or units of time: 2^32 − 1. */
  static final long MAX = 4294967295L;

  private static final int MOST_DIGITS = 18;

  private Numbers() {}

  /**
   * Passes a number on that is within its range.
   *
   * @throws IllegalArgumentException with the range and the number
   */
  static long require(String what, long value, long min, long max) {
    if (value < min || value > max) {
      throw outOfRange(what, Long.toString(value), min, max);
    }
    return value;
  }

  /**
   * Reads a number: digits only.
   *
   * @throws IllegalArgumentException with the range and the text
   */
  static long parse(String what, String text, long min, long max) {
    int sign = text.startsWith("-") ? 1 : 0;
    if (text.length() == sign || !text.chars().skip(sign).allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException(what + " '" + text + "' is no number");
    }
    String significant = text.replaceFirst("^0+(?=.)", "");
    if (sign > 0 || significant.length() > MOST_DIGITS) {
      throw outOfRange(what, text, min, max);
    }
    return require(what, Long.parseLong(significant), min, max);
  }

  private static IllegalArgumentException outOfRange(
      String what, String value, long min, long max) {
    return new IllegalArgumentException(
        what + ' ' + value + " is not within " + min + " to " + max);
  }
}
