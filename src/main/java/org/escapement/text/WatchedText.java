package org.escapement.text;

/**
 * A text that tells of each look at one of its characters, so that a regular expression which would
 * look for ever can be ended: what it tells may throw. Thread-safe as far as that is.
 */
public final class WatchedText implements CharSequence {

  private final CharSequence text;
  private final Runnable look;

  /**
   * A text that calls {@code look} before each look at a character.
   *
   * @param text what is looked at
   * @param look is called often: once for each character that an expression tries
   */
  public WatchedText(CharSequence text, Runnable look) {
    this.text = text;
    this.look = look;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    look.run();
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
