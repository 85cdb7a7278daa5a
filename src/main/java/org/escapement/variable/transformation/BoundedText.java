package org.escapement.variable.transformation;

/**
 * A text that a regular expression may look at only so often: the text comes from the network, and
 * some expressions take for ever with some texts. Not thread-safe.
 */
final class BoundedText implements CharSequence {

  /** A sound expression looks at a message of 64 kB a few times. */
  private static final int MOST_LOOKS = 1_000_000;

  private final String text;
  private int looks;

  BoundedText(String text) {
    this.text = text;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (++looks > MOST_LOOKS) {
      throw new IllegalStateException(
          "the regular expression takes too long; write it without repetitions inside repetitions");
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
