package org.escapement.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * Makes the parser's tokens from the preprocessor's: pieces without blanks between them become one
 * {@code BARE} (or a {@code NUMBER} with its sign), strings one after the other one {@code TEXT},
 * and a block in braces one {@code BODY}, whatever is in it. Not thread-safe.
 */
final class TokenAssembler {

  private static final Map<String, Integer> STATEMENTS =
      Map.ofEntries(
          Map.entry("loadmodule", KamailioLexer.LOADMODULE),
          Map.entry("loadmodulex", KamailioLexer.LOADMODULE),
          Map.entry("modparam", KamailioLexer.MODPARAM),
          Map.entry("modparamx", KamailioLexer.MODPARAM),
          Map.entry("listen", KamailioLexer.LISTEN),
          Map.entry("socket", KamailioLexer.SOCKET),
          Map.entry("alias", KamailioLexer.ALIAS),
          Map.entry("flags", KamailioLexer.FLAGS),
          Map.entry("bool", KamailioLexer.FLAGS),
          Map.entry("avpflags", KamailioLexer.AVPFLAGS),
          Map.entry("route", KamailioLexer.ROUTE),
          Map.entry("request_route", KamailioLexer.ROUTE),
          Map.entry("reply_route", KamailioLexer.ROUTE),
          Map.entry("onreply_route", KamailioLexer.ROUTE),
          Map.entry("failure_route", KamailioLexer.ROUTE),
          Map.entry("branch_route", KamailioLexer.ROUTE),
          Map.entry("onsend_route", KamailioLexer.ROUTE),
          Map.entry("event_route", KamailioLexer.ROUTE),
          Map.entry("loadpath", KamailioLexer.QUOTED_SETTING),
          Map.entry("mpath", KamailioLexer.QUOTED_SETTING),
          Map.entry("cfgengine", KamailioLexer.QUOTED_SETTING));

  private static final Map<String, Integer> OPTIONS =
      Map.ofEntries(
          Map.entry("advertise", KamailioLexer.ADVERTISE),
          Map.entry("ADVERTISE", KamailioLexer.ADVERTISE),
          Map.entry("name", KamailioLexer.NAME),
          Map.entry("NAME", KamailioLexer.NAME),
          Map.entry("virtual", KamailioLexer.VIRTUAL),
          Map.entry("VIRTUAL", KamailioLexer.VIRTUAL),
          Map.entry("agname", KamailioLexer.AGNAME),
          Map.entry("AGNAME", KamailioLexer.AGNAME),
          Map.entry("vrf", KamailioLexer.VRF),
          Map.entry("VRF", KamailioLexer.VRF),
          Map.entry("description", KamailioLexer.DESC),
          Map.entry("descr", KamailioLexer.DESC),
          Map.entry("desc", KamailioLexer.DESC));

  private final Preprocessor input;
  private final Limits limits;
  private final Report report;
  private final List<PlacedToken> done = new ArrayList<>();
  private final List<PlacedToken> run = new ArrayList<>();
  private boolean inFlags;

  TokenAssembler(Preprocessor input, Limits limits, Report report) {
    this.input = input;
    this.limits = limits;
    this.report = report;
  }

  /** The words that begin a statement other than a setting. */
  static Set<String> statements() {
    return STATEMENTS.keySet();
  }

  /**
   * The whole text as tokens for the parser, without an end token.
   *
   * @throws StopReading if a bound is passed
   */
  List<PlacedToken> assemble() {
    for (PlacedToken t = input.next(); t != null; t = input.next()) {
      if (!run.isEmpty() && !continuesRun(t)) {
        endRun();
      }
      take(t);
    }
    endRun();
    return done;
  }

  private void take(PlacedToken token) {
    inFlags &= isFlagPart(token);
    if (isPortOfString(token)) {
      run.add(done.remove(done.size() - 1));
    }
    if (continuesRun(token) || startsRun(token)) {
      run.add(token);
    } else if (token.getType() == KamailioLexer.TEXT && lastType() == KamailioLexer.TEXT) {
      join(token);
    } else if (token.getType() == KamailioLexer.OPEN_BRACE && lastType() != KamailioLexer.EQUALS) {
      add(token.as(KamailioLexer.BODY, "{…}", null));
      skipBlock(token);
    } else {
      add(token);
    }
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
        && lastType() == KamailioLexer.TEXT;
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
    int type = token.getType() == KamailioLexer.WORD ? keyword(token.getText()) : token.getType();
    inFlags |= type == KamailioLexer.FLAGS || type == KamailioLexer.AVPFLAGS;
    add(token.as(type, token.getText(), null));
  }

  private static int keyword(String word) {
    return STATEMENTS.getOrDefault(word, OPTIONS.getOrDefault(word, KamailioLexer.WORD));
  }

  private void join(PlacedToken more) {
    PlacedToken last = done.remove(done.size() - 1);
    PlacedText first = content(last);
    PlacedText joined =
        new PlacedText.Builder(first.position()).append(first).append(content(more)).build();
    done.add(last.as(KamailioLexer.TEXT, last.getText(), joined));
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
