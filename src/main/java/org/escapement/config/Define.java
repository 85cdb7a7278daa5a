package org.escapement.config;

import java.util.List;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** A name of the preprocessor with the text that stands for it. Not thread-safe. */
final class Define {

  private final String name;
  private final String raw;
  private final Position position;
  private @Nullable List<PlacedToken> tokens;
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

  /** The value as tokens, made once. */
  List<PlacedToken> tokens() {
    if (tokens == null) {
      tokens = new LexedText(position.source(), raw, position).remaining();
    }
    return tokens;
  }

  boolean expanding() {
    return expanding;
  }

  void expanding(boolean now) {
    expanding = now;
  }
}
