package org.escapement.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

/** A tab that takes so many writes as it is told to. */
final class FakeOutput implements Output {

  int room = Integer.MAX_VALUE;
  boolean broken;
  boolean closed;
  int flushes;
  private final StringBuilder taken = new StringBuilder();

  @Override
  public boolean isReady() {
    return room > 0;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (broken) {
      throw new IOException("the tab is gone");
    }
    room--;
    taken.append(new String(bytes, UTF_8));
  }

  @Override
  public void flush() {
    flushes++;
  }

  @Override
  public void close() {
    closed = true;
  }

  /** What came since the last look. */
  String take() {
    String text = taken.toString();
    taken.setLength(0);
    return text;
  }
}
