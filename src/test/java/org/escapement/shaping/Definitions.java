package org.escapement.shaping;

import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/** Makes definitions for tests out of the text that a user would write. */
final class Definitions {

  private Definitions() {}

  static QueueDefinition queue(String text) {
    Problems problems = new Problems();
    QueueDefinition definition =
        QueueDefinition.parse(PlacedText.of(text, Position.of("test")), problems).orElse(null);
    problems.throwIfAny();
    return definition;
  }

  static Assignment assignment(String text) {
    Problems problems = new Problems();
    Assignment assignment =
        Assignment.parse(PlacedText.of(text, Position.of("test")), problems).orElse(null);
    problems.throwIfAny();
    return assignment;
  }
}
