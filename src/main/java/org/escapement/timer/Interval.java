package org.escapement.timer;

/**
 * The time between two runs of a loop route, as Kamailio writes it.
 *
 * @param text as configured, for listings
 * @param nanos its length, at least 1000
 */
public record Interval(String text, long nanos) {

  private static final long MAX = 4294967295L;

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
    long amount = digits > 10 ? Long.MAX_VALUE : Long.parseLong(text, 0, digits, 10);
    if (amount < 1 || amount > MAX) {
      throw new IllegalArgumentException("interval '" + text + "' is not within 1 to " + MAX);
    }
    return new Interval(text, amount * unit);
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
