package org.escapement.variable;

/**
 * What expansions may take.
 *
 * @param bufferSize longest text that one may make, in bytes of UTF-8: {@code pv_buffer_size}, at
 *     least 1
 * @param bufferSlots how deep they may be nested: {@code pv_buffer_slots}, at least 1
 */
public record ExpansionLimits(int bufferSize, int bufferSlots) {

  /** Kamailio's defaults. */
  public static final ExpansionLimits DEFAULT = new ExpansionLimits(8192, 10);

  private static final int MOST_BYTES_OF_A_CHAR = 3;

  public ExpansionLimits {
    if (bufferSize < 1 || bufferSlots < 1) {
      throw new IllegalArgumentException(
          "pv_buffer_size "
              + bufferSize
              + " and pv_buffer_slots "
              + bufferSlots
              + " are at least 1");
    }
  }

  /** Whether a text's part from {@code begin} on is short enough. */
  boolean holds(CharSequence text, int begin) {
    int chars = text.length() - begin;
    if (chars <= bufferSize / MOST_BYTES_OF_A_CHAR) {
      return true;
    }
    long bytes = 0;
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      // a surrogate is half of a character of four bytes
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : MOST_BYTES_OF_A_CHAR;
    }
    return bytes <= bufferSize;
  }
}
