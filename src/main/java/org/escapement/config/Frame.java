package org.escapement.config;

import java.util.ArrayDeque;
import java.util.Deque;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** Something that gives tokens to the preprocessor until it is empty. */
sealed interface Frame {

  /** The next token, or null at the end. */
  @Nullable PlacedToken next();

  /** An open file with the conditions that are open in it. */
  final class File implements Frame {

    /** An #!ifdef and its kin. */
    static final class Condition {
      final Position position;
      final boolean outer;
      boolean holds;
      boolean otherwise;

      Condition(Position position, boolean outer, boolean holds) {
        this.position = position;
        this.outer = outer;
        this.holds = holds;
      }
    }

    final String name;
    final Deque<Condition> conditions = new ArrayDeque<>();
    private final LexedText text;

    File(String name, String content) {
      this.name = name;
      this.text = new LexedText(name, content, new Position(name, 1, 1));
    }

    @Override
    public @Nullable PlacedToken next() {
      return text.next();
    }

    /** Whether the statements here count. */
    boolean active() {
      Condition innermost = conditions.peek();
      return innermost == null || (innermost.outer && innermost.holds);
    }

    /** Takes or leaves out what follows, as the conditions say. */
    void conditionsChanged() {
      text.leaveOut(!active());
    }
  }

  /** A define that is being expanded. */
  final class Expansion implements Frame {

    final Define define;
    private final PlacedToken use;
    private final LexedText tokens;
    private boolean first = true;

    Expansion(Define define, PlacedToken use) {
      this.define = define;
      this.use = use;
      this.tokens = define.lexed();
      define.expanding(true);
    }

    @Override
    public @Nullable PlacedToken next() {
      PlacedToken token = tokens.next();
      if (token == null) {
        define.expanding(false);
        return null;
      }
      boolean glued = first ? use.glued() : token.glued();
      first = false;
      return token.usedAt(use.position(), glued, define.name());
    }
  }
}
