package org.escapement.config;

import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** A text as tokens with positions, one after the other. Not thread-safe. */
final class LexedText {

  private final String source;
  private final boolean hasLines;
  private final KamailioLexer lexer;
  private int lastStop = -2;

  /**
   * @param source the name that positions carry
   * @param begin where the text begins
   */
  LexedText(String source, String text, Position begin) {
    this.source = source;
    this.hasLines = begin.line() > 0;
    this.lexer = new KamailioLexer(CharStreams.fromString(text, source));
    lexer.removeErrorListeners();
    lexer.setLine(begin.line());
    lexer.getInterpreter().setCharPositionInLine(Math.max(0, begin.column() - 1));
  }

  /** The next token, or null at the end. */
  @Nullable PlacedToken next() {
    Token token = lexer.nextToken();
    boolean openComment = token.getType() == Token.EOF && token.getText().startsWith("/*");
    if (token.getType() == Token.EOF && !openComment) {
      return null;
    }
    Position position =
        hasLines
            ? new Position(source, token.getLine(), token.getCharPositionInLine() + 1)
            : Position.of(source);
    boolean glued = token.getStartIndex() == lastStop + 1;
    lastStop = token.getStopIndex();
    int type = openComment ? KamailioLexer.OPEN_COMMENT : token.getType();
    return new PlacedToken(type, token.getText(), position, position, glued, null, null);
  }

  /** Passes over everything but conditions from here on, or ends to do so. */
  void leaveOut(boolean leaveOut) {
    lexer.mode(leaveOut ? KamailioLexer.LEFT_OUT : KamailioLexer.DEFAULT_MODE);
  }
}
