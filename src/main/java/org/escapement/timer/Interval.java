package org.escapement.timer;

/**
 * The time between two runs of a loop route, as Kamailio writes it.
 *
 * @param text as configured, for listings
 * @param nanos its length, at least 1000
 */
public record Interval(String text, long nanos) {

  private static final int MOST_DIGITS = 10;

  /**
   * Reads an interval.
   *
   * @param text digits followed by {@code s}, {@code ms} or {@code us}; seconds without a suffix; 1
   *     ≤ digits ≤ 4294967295
   * @throws IllegalArgumentException with the rule that the text breaks
   */
  public static Interval parse(String text) {
    int digits = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      digits++;
    }
    long unit = unitNanos(text.substring(digits));
    if (digits == 0 || unit == 0) {
      throw new IllegalArgumentException(
          "interval '" + text + "' is not digits followed by s, ms or us");
    }
    long amount = amount(text, digits);
    if (amount < 1 || amount > Numbers.MAX) {
      throw new IllegalArgumentException(
          "interval '" + text + "' is not within 1 to " + Numbers.MAX);
    }
    return new Interval(text, amount * unit);
  }

  private static long amount(String text, int digits) {
    int zeros = 0;
    while (zeros < digits - 1 && text.charAt(zeros) == '0') {
      zeros++;
    }
    return digits - zeros > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(text, zeros, digits, 10);
  }

  private static long unitNanos(String suffix) {
    return switch (suffix) {
      case "", "s" -> 1_000_000_000L;
      case "ms" -> 1_000_000L;
      case "us" -> 1_000L;
      default -> 0;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
