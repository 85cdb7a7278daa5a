package org.escapement.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** One server-sent event as it goes over the wire: made once, sent to all tabs. Immutable. */
final class Frame {

  /** What keeps an otherwise silent stream alive. */
  static final byte[] COMMENT = ":\n\n".getBytes(UTF_8);

  private final long version;
  private final byte[] bytes;

  /**
   * A frame of a section of the page.
   *
   * @param version counts how often the section has changed
   */
  Frame(long version, byte[] bytes) {
    this.version = version;
    this.bytes = bytes;
  }

  /** The bytes that tell a section's content. */
  static byte[] event(String section, Object tree) {
    return ("event: " + section + "\ndata: " + Json.of(tree) + "\n\n").getBytes(UTF_8);
  }

  long version() {
    return version;
  }

  /** For reading only. */
  byte[] bytes() {
    return bytes;
  }

  boolean says(byte[] other) {
    return Arrays.equals(bytes, other);
  }
}
