package org.escapement.config;

import org.antlr.v4.runtime.CommonToken;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** A token with its place in the user's files. */
final class PlacedToken extends CommonToken {

  private final Position position;
  private final Position origin;
  private final boolean glued;
  private final @Nullable String define;
  private final @Nullable PlacedText value;

  /**
   * @param position where the user wrote it; for a token of a define, where the define is used
   * @param origin where the token itself is written; differs for a token of a define
   * @param glued whether no blank separates it from the token before
   * @param define name of the define that it comes from
   * @param value content of a string
   */
  PlacedToken(
      int type,
      String text,
      Position position,
      Position origin,
      boolean glued,
      @Nullable String define,
      @Nullable PlacedText value) {
    super(type, text);
    this.position = position;
    this.origin = origin;
    this.glued = glued;
    this.define = define;
    this.value = value;
    setLine(position.line());
    setCharPositionInLine(Math.max(0, position.column() - 1));
  }

  /** The same token at the place where the define that holds it is used. */
  PlacedToken usedAt(Position place, boolean gluedThere, String byDefine) {
    return new PlacedToken(getType(), getText(), place, origin, gluedThere, byDefine, value);
  }

  /** The same place with another meaning. */
  PlacedToken as(int type, String text, @Nullable PlacedText newValue) {
    return new PlacedToken(type, text, position, origin, glued, define, newValue);
  }

  /** Whether it is a string with its quotes. */
  boolean isString() {
    return getType() == KamailioLexer.STRING || getType() == KamailioLexer.RAW_STRING;
  }

  Position position() {
    return position;
  }

  Position origin() {
    return origin;
  }

  boolean glued() {
    return glued;
  }

  @Nullable String define() {
    return define;
  }

  @Nullable PlacedText value() {
    return value;
  }
}
