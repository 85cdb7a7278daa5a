package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Random;

/** Makes inputs that nobody means: noise, and sound ones that have been tampered with. */
public final class Mutator {

  /** How many inputs a run has: {@code -Descapement.fuzz=1000000} makes it a million. */
  public static final int INPUTS = Integer.getInteger("escapement.fuzz", 20_000);

  private static final int HEADER = 7;

  private final Random random;

  /**
   * One of several that make different inputs, the same ones in each run with the same {@code
   * -Descapement.fuzz.seed}.
   */
  public Mutator(int number) {
    this.random = new Random(Long.getLong("escapement.fuzz.seed", 20_261_121) + number);
  }

  /** Any bytes, often with the beginning of a packet of the control protocol. */
  public byte[] noise(int most) {
    byte[] bytes = new byte[random.nextInt(most)];
    random.nextBytes(bytes);
    if (bytes.length > 1 && random.nextBoolean()) {
      bytes[0] = (byte) 0xA1;
      bytes[1] = (byte) (bytes[1] & 0x3F);
    }
    return bytes;
  }

  /** One to four changes: a byte set, a piece taken out, a piece doubled. */
  public byte[] mutated(byte[] sound) {
    byte[] bytes = sound.clone();
    for (int changes = random.nextInt(4); changes >= 0 && bytes.length > 0; changes--) {
      int at = random.nextInt(bytes.length);
      int length = random.nextInt(bytes.length - at);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes = splice(bytes, at, at + length);
        default -> bytes = splice(bytes, at + length, at);
      }
    }
    return bytes;
  }

  /** The bytes up to one place, then those from another. */
  private static byte[] splice(byte[] bytes, int end, int begin) {
    byte[] result = new byte[end + bytes.length - begin];
    System.arraycopy(bytes, 0, result, 0, end);
    System.arraycopy(bytes, begin, result, end, bytes.length - begin);
    return result;
  }

  /** A sound request of the control protocol: a command and its arguments as texts. */
  public static byte[] packet(int cookie, String... texts) {
    ByteBuffer packet = ByteBuffer.allocate(256);
    packet.put((byte) 0xA1).put((byte) 3).put((byte) 0).putInt(cookie);
    for (String text : texts) {
      packet
          .put((byte) 0x91)
          .put((byte) (text.length() + 1))
          .put(text.getBytes(UTF_8))
          .put((byte) 0);
    }
    packet.put(2, (byte) (packet.position() - HEADER));
    byte[] bytes = new byte[packet.position()];
    packet.flip().get(bytes);
    return bytes;
  }
}
