package org.escapement.rpc;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
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
record PacketHeader(int kind, int length, Cookie cookie) {

  /**
   * A number that comes back with the answer, in as many bytes.
   *
   * @param width 1 to 4
   */
  record Cookie(int width, int value) {
    /** Of an answer to what cannot be read. */
    static final Cookie NONE = new Cookie(1, 0);
  }

  static final int REQUEST = 0;
  static final int REPLY = 1;
  static final int FAULT = 3;

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
    int lengthWidth = ((second >> 2) & 3) + 1;
    int cookieWidth = (second & 3) + 1;
    if (in.remaining() < 2 + lengthWidth + cookieWidth) {
      return null;
    }
    in.position(in.position() + 2);
    long length = number(in, lengthWidth);
    Cookie cookie = new Cookie(cookieWidth, (int) number(in, cookieWidth));
    if (length > longestBody) {
      throw new MalformedException(
          "bad request: a body of " + length + " bytes, the most is " + longestBody);
    }
    return new PacketHeader(second >> 4, (int) length, cookie);
  }

  private static long number(ByteBuffer in, int width) {
    long number = 0;
    for (int i = 0; i < width; i++) {
      number = (number << 8) | (in.get() & 0xFF);
    }
    return number;
  }

  /** The header of an answer with the same cookie. */
  static void write(int kind, int length, Cookie cookie, ByteArrayOutputStream out) {
    int lengthWidth = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8);
    out.write(MAGIC);
    out.write((kind << 4) | ((lengthWidth - 1) << 2) | (cookie.width() - 1));
    number(length, lengthWidth, out);
    number(cookie.value(), cookie.width(), out);
  }

  private static void number(int number, int width, ByteArrayOutputStream out) {
    for (int shift = (width - 1) * 8; shift >= 0; shift -= 8) {
      out.write(number >> shift);
    }
  }
}
