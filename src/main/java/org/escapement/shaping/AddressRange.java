package org.escapement.shaping;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of IP addresses in CIDR notation (RFC 4632, RFC 4291); a bare address is a range of one.
 * Immutable.
 */
final class AddressRange {

  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

  private static final Pattern LITERAL =
      Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}|(?=.*:)[0-9a-fA-F:][0-9a-fA-F:.]*");

  private final byte[] network;
  private final int bits;

  private AddressRange(byte[] network, int bits) {
    this.network = network;
    this.bits = bits;
  }

  /** Reads {@code address} or {@code address/bits}; empty if the text is neither. */
  static Optional<AddressRange> parse(String text) {
    int slash = text.indexOf('/');
    Optional<byte[]> address = bytes(slash < 0 ? text : text.substring(0, slash));
    if (address.isEmpty()) {
      return Optional.empty();
    }
    int most = address.get().length * Byte.SIZE;
    String bits = slash < 0 ? Integer.toString(most) : text.substring(slash + 1);
    if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > most) {
      return Optional.empty();
    }
    return Optional.of(new AddressRange(address.get(), Integer.parseInt(bits)));
  }

  /**
   * Whether the address lies within.
   *
   * @param address numeric; anything else is outside
   */
  boolean contains(String address) {
    Optional<byte[]> other = bytes(address);
    if (other.isEmpty() || other.get().length != network.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += Byte.SIZE) {
      int shift = Math.max(0, Byte.SIZE - (bits - bit));
      int difference = network[bit / Byte.SIZE] ^ other.get()[bit / Byte.SIZE];
      if ((difference & 0xff) >> shift != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Only texts that InetAddress takes for addresses reach it: it would ask DNS for the others, such
   * as 10.0.0.256.
   */
  private static Optional<byte[]> bytes(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (!LITERAL.matcher(bare).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare).getAddress());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
