package org.escapement.console;

/**
 * The way to one tab. Used by one thread at a time.
 *
 * <p>Writing never waits: bytes may only be written right after {@link #isReady} returned true.
 */
interface Output {

  /** Whether something may be written now; if not, the stream is pumped again when it may. */
  boolean isReady();

  /** Writes bytes, which must not change afterwards. */
  void write(byte[] bytes) throws java.io.IOException;

  /** Sends on what was written. */
  void flush() throws java.io.IOException;

  /** Ends the connection. */
  void close();
}
