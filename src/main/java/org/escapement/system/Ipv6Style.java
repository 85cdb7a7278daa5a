package org.escapement.system;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;

/** {@code ipv6_hex_style}: how IPv6 addresses are printed. */
public enum Ipv6Style {

  /** {@code a}: all eight groups with all digits, lower case. */
  EXPANDED_LOWER,

  /** {@code A}: all eight groups with all digits, upper case. */
  EXPANDED_UPPER,

  /** {@code c}: as RFC 5952 recommends. */
  COMPACTED;

  private static final int GROUPS = 8;

  /**
   * The style of a letter.
   *
   * @throws IllegalArgumentException if it is none of a, A and c
   */
  public static Ipv6Style of(String letter) {
    return switch (letter) {
      case "a" -> EXPANDED_LOWER;
      case "A" -> EXPANDED_UPPER;
      case "c" -> COMPACTED;
      default ->
          throw new IllegalArgumentException(
              "'" + letter + "' is no style of IPv6 addresses; write a, A or c");
    };
  }

  /** The address without brackets and scope; an IPv4 address as ever. */
  public String format(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    int[] groups = groups(address.getAddress());
    return switch (this) {
      case EXPANDED_LOWER -> expanded(groups);
      case EXPANDED_UPPER -> expanded(groups).toUpperCase(Locale.ROOT);
      case COMPACTED -> compacted(groups);
    };
  }

  private static int[] groups(byte[] bytes) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }
    return groups;
  }

  private static String expanded(int[] groups) {
    StringBuilder text = new StringBuilder();
    for (int group : groups) {
      text.append(text.length() == 0 ? "" : ":").append(String.format("%04x", group));
    }
    return text.toString();
  }

  /** RFC 5952, section 4: the first of the longest runs of at least two zero groups is left out. */
  private static String compacted(int[] groups) {
    int begin = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int end = i;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - i > length) {
        begin = i;
        length = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == begin) {
        text.append("::");
        i += length - 1;
      } else {
        boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
