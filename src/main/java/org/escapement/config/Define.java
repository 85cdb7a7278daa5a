package org.escapement.config;

import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** A name of the preprocessor with the text that stands for it. Not thread-safe. */
final class Define {

  private final String name;
  private final String raw;
  private final Position position;
  private boolean expanding;

  /**
   * @param raw the text as written, possibly with joined lines; empty when it has no value
   * @param position where {@code raw} begins
   */
  Define(String name, String raw, Position position) {
    this.name = name;
    this.raw = raw;
    this.position = position;
  }

  String name() {
    return name;
  }

  String raw() {
    return raw;
  }

  Position position() {
    return position;
  }

  /** The value's tokens from the first one on. */
  LexedText lexed() {
    return new LexedText(position.source(), raw, position);
  }

  /** The only token of the value, or null when it has none or several. */
  @Nullable PlacedToken single() {
    LexedText text = lexed();
    PlacedToken first = text.next();
    return first == null || text.next() != null ? null : first;
  }

  boolean expanding() {
    return expanding;
  }

  void expanding(boolean now) {
    expanding = now;
  }
}
