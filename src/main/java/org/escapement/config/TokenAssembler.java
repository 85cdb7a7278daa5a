package org.escapement.config;

import java.util.ArrayList;
import java.util.List;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parser's tokens from the preprocessor's: pieces without blanks between them become one
 * {@code BARE} (or a {@code NUMBER} with its sign), strings one after the other one {@code TEXT},
 * and a block in braces one {@code BODY}, whatever is in it. Not thread-safe.
 */
final class TokenAssembler {

  private static final int LONGEST_RUN = 1000;

  private final Preprocessor input;
  private final Limits limits;
  private final Report report;
  private final List<PlacedToken> done = new ArrayList<>();
  private final List<PlacedToken> run = new ArrayList<>();
  private final List<PlacedToken> strings = new ArrayList<>();
  private boolean inFlags;

  TokenAssembler(Preprocessor input, Limits limits, Report report) {
    this.input = input;
    this.limits = limits;
    this.report = report;
  }

  /**
   * The whole text as tokens for the parser, without an end token.
   *
   * @throws StopReading if a bound is passed
   */
  List<PlacedToken> assemble() {
    for (PlacedToken t = input.next(); t != null; t = input.next()) {
      inFlags &= isFlagPart(t);
      if (isPortOfString(t)) {
        run.add(strings.remove(strings.size() - 1));
      }
      if (!continuesRun(t)) {
        endRun();
      }
      take(t);
    }
    endRun();
    endStrings();
    return done;
  }

  private void take(PlacedToken token) {
    boolean string = token.getType() == KamailioLexer.TEXT && run.isEmpty();
    if (!string) {
      endStrings();
    }
    if (string) {
      keep(strings, token, limits.tokens());
    } else if (continuesRun(token) || startsRun(token)) {
      keep(run, token, LONGEST_RUN);
    } else if (token.getType() == KamailioLexer.OPEN_BRACE && lastType() != KamailioLexer.EQUALS) {
      add(token.as(KamailioLexer.BODY, "{…}", null));
      skipBlock(token);
    } else {
      add(token);
    }
  }

  private void keep(List<PlacedToken> pieces, PlacedToken token, int most) {
    if (pieces.size() == most) {
      throw report.fatal(
          token.position(),
          "more than " + most + " pieces make up one word or string here",
          "look for a missing blank or quote before it");
    }
    pieces.add(token);
  }

  /** A list of flags has its colons apart: {@code flags A:1, B : 2}. */
  private boolean isFlagPart(PlacedToken token) {
    return isFlagJoint(lastType()) || isFlagJoint(token.getType());
  }

  private static boolean isFlagJoint(int type) {
    return type == KamailioLexer.FLAGS
        || type == KamailioLexer.AVPFLAGS
        || type == KamailioLexer.COMMA
        || type == KamailioLexer.COLON;
  }

  private int lastType() {
    if (!strings.isEmpty()) {
      return KamailioLexer.TEXT;
    }
    return done.isEmpty() ? KamailioLexer.SEMICOLON : done.get(done.size() - 1).getType();
  }

  private boolean startsRun(PlacedToken token) {
    if (!run.isEmpty()) {
      return false;
    }
    return switch (token.getType()) {
      case KamailioLexer.WORD, KamailioLexer.NUMBER, KamailioLexer.PIECE -> true;
      case KamailioLexer.COLON -> !inFlags;
      case KamailioLexer.OPEN_BRACKET ->
          lastType() != KamailioLexer.ROUTE && !(token.glued() && lastType() == KamailioLexer.WORD);
      default -> false;
    };
  }

  private boolean continuesRun(PlacedToken token) {
    if (run.isEmpty()) {
      return false;
    }
    PlacedToken last = run.get(run.size() - 1);
    if (!token.glued()) {
      return isSign(token, last);
    }
    return switch (token.getType()) {
      case KamailioLexer.WORD, KamailioLexer.NUMBER, KamailioLexer.PIECE -> true;
      case KamailioLexer.COLON -> !inFlags;
      case KamailioLexer.TEXT, KamailioLexer.OPEN_BRACKET -> last.getType() == KamailioLexer.COLON;
      case KamailioLexer.CLOSE_BRACKET ->
          run.stream().anyMatch(t -> t.getType() == KamailioLexer.OPEN_BRACKET);
      default -> false;
    };
  }

  private boolean isSign(PlacedToken token, PlacedToken last) {
    return run.size() == 1 && last.getText().equals("-") && token.getType() == KamailioLexer.NUMBER;
  }

  /** The colon of {@code "host":port}. */
  private boolean isPortOfString(PlacedToken token) {
    return run.isEmpty()
        && token.getType() == KamailioLexer.COLON
        && token.glued()
        && !inFlags
        && !strings.isEmpty();
  }

  private void endRun() {
    if (run.isEmpty()) {
      return;
    }
    PlacedToken first = run.get(0);
    if (run.size() == 1 && first.getType() != KamailioLexer.OPEN_BRACKET) {
      single(first);
    } else {
      StringBuilder text = new StringBuilder();
      for (PlacedToken t : run) {
        PlacedText value = t.value();
        text.append(value == null ? t.getText() : value.text());
      }
      boolean number = Value.parseInt(text.toString()) != null;
      add(first.as(number ? KamailioLexer.NUMBER : KamailioLexer.BARE, text.toString(), null));
    }
    run.clear();
  }

  private void single(PlacedToken token) {
    int type =
        token.getType() == KamailioLexer.WORD ? Keywords.type(token.getText()) : token.getType();
    inFlags |= type == KamailioLexer.FLAGS || type == KamailioLexer.AVPFLAGS;
    add(token.as(type, token.getText(), null));
  }

  /** Makes one string of those that follow one another. */
  private void endStrings() {
    if (strings.isEmpty()) {
      return;
    }
    PlacedToken first = strings.get(0);
    if (strings.size() == 1) {
      add(first);
    } else {
      PlacedText.Builder joined = new PlacedText.Builder(content(first).position());
      strings.forEach(s -> joined.append(content(s)));
      add(first.as(KamailioLexer.TEXT, first.getText(), joined.build()));
    }
    strings.clear();
  }

  private static PlacedText content(PlacedToken token) {
    PlacedText value = token.value();
    return value == null ? PlacedText.of("", token.position()) : value;
  }

  private void add(PlacedToken token) {
    if (done.size() == limits.tokens()) {
      throw report.fatal(
          token.position(),
          "there are more than " + limits.tokens() + " words outside of routes",
          "take out what is repeated");
    }
    done.add(token);
  }

  /** Passes over a block, whose opening brace has been read. */
  private void skipBlock(PlacedToken open) {
    Position suspect = null;
    int depth = 1;
    while (depth > 0) {
      PlacedToken token = input.next();
      if (token == null) {
        reportOpen(open, suspect);
        return;
      }
      if (token.getType() == KamailioLexer.OPEN_BRACE) {
        depth++;
        checkDepth(depth, token);
      } else if (token.getType() == KamailioLexer.CLOSE_BRACE) {
        depth--;
      } else if (suspect == null && looksLikeRoute(token)) {
        suspect = token.position();
      }
    }
  }

  private void checkDepth(int depth, PlacedToken token) {
    if (depth > limits.blockDepth()) {
      throw report.fatal(
          token.position(),
          "more than " + limits.blockDepth() + " braces are open here",
          "close some of them");
    }
  }

  /** A route's keyword at the begin of a line, where a route's statements seldom stand. */
  private static boolean looksLikeRoute(PlacedToken token) {
    return token.position().column() == 1
        && token.getType() == KamailioLexer.WORD
        && token.getText().endsWith("_route");
  }

  private void reportOpen(PlacedToken open, @Nullable Position suspect) {
    report.problem(
        open.position(),
        "the block that begins here has no end",
        suspect == null
            ? "close it with }"
            : "close it with }, probably before the route at " + suspect);
  }
}
