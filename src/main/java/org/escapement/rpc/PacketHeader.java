package org.escapement.rpc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The header of a packet of the control protocol (Kamailio's BINRPC): {@code 0xA1}, a byte with the
 * kind in its upper half, one less than the width of the length in bits 2 and 3 and one less than
 * that of the cookie in bits 0 and 1, then the body's length and the cookie, most significant byte
 * first.
 *
 * @param kind {@link #REQUEST}, {@link #REPLY} or {@link #FAULT}
 * @param length of the body in bytes
 * @param cookie what the asker knows the reply by
 */
record PacketHeader(int kind, int length, byte[] cookie) {

  static final int REQUEST = 0;
  static final int REPLY = 1;
  static final int FAULT = 3;

  /** The cookie of an answer to what cannot be read. */
  static final byte[] NO_COOKIE = {0};

  private static final int MAGIC = 0xA1;

  /**
   * Reads a header and leaves the buffer behind it.
   *
   * @return null if there is not enough of it yet; the buffer stays where it is then
   * @throws MalformedException if this can never become a header of a sound packet
   */
  static @Nullable PacketHeader read(ByteBuffer in, int longestBody) throws MalformedException {
    if (in.hasRemaining() && (in.get(in.position()) & 0xFF) != MAGIC) {
      throw new MalformedException("bad request: corrupted packet");
    }
    if (in.remaining() < 2) {
      return null;
    }
    int second = in.get(in.position() + 1) & 0xFF;
    int lengthWidth = (second >> 2 & 3) + 1;
    int cookieWidth = (second & 3) + 1;
    if (in.remaining() < 2 + lengthWidth + cookieWidth) {
      return null;
    }
    in.position(in.position() + 2);
    long length = 0;
    for (int i = 0; i < lengthWidth; i++) {
      length = length << 8 | in.get() & 0xFF;
    }
    byte[] cookie = new byte[cookieWidth];
    in.get(cookie);
    if (length > longestBody) {
      throw new MalformedException(
          "bad request: a body of " + length + " bytes, the most is " + longestBody);
    }
    return new PacketHeader(second >> 4, (int) length, cookie);
  }

  /** The header of an answer with the same cookie. */
  static void write(int kind, int length, byte[] cookie, ByteArrayOutputStream out) {
    int lengthWidth = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8);
    out.write(MAGIC);
    out.write(kind << 4 | lengthWidth - 1 << 2 | cookie.length - 1);
    for (int shift = (lengthWidth - 1) * 8; shift >= 0; shift -= 8) {
      out.write(length >> shift);
    }
    out.writeBytes(cookie);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PacketHeader header
        && kind == header.kind
        && length == header.length
        && Arrays.equals(cookie, header.cookie);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * kind + length) + Arrays.hashCode(cookie);
  }

  @Override
  public String toString() {
    return "kind " + kind + ", " + length + " bytes, cookie " + Arrays.toString(cookie);
  }
}
