package org.escapement.variable.transformation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.text.WatchedText;

/**
 * The matches of an expression in a text that came from the network, within bounds: some
 * expressions take for ever with some texts, or a stack without end. Not thread-safe.
 */
final class BoundedMatch {

  /** A sound expression looks at a message of 64 kB a few times. */
  private static final int MOST_LOOKS = 1_000_000;

  private final Matcher matcher;
  private int looks;

  BoundedMatch(Pattern pattern, String text) {
    matcher = pattern.matcher(new WatchedText(text, this::look));
  }

  /**
   * Whether there is one more match.
   *
   * @throws IllegalStateException if the expression takes too long
   */
  boolean find() {
    try {
      return matcher.find();
    } catch (StackOverflowError e) {
      // java.util.regex recurses over alternatives within repetitions: the text decides how deep
      throw tooLong();
    }
  }

  int start(int group) {
    return matcher.start(group);
  }

  int end(int group) {
    return matcher.end(group);
  }

  private void look() {
    looks++;
    if (looks > MOST_LOOKS) {
      throw tooLong();
    }
  }

  private static IllegalStateException tooLong() {
    return new IllegalStateException(
        "the regular expression takes too long; write it without repetitions inside repetitions");
  }
}
