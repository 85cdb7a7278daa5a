package org.escapement.variable;

import org.jspecify.annotations.Nullable;

/**
 * What the reading of a pseudo-variable gave: nothing, a whole number or a text. Used again for the
 * next reading, so that a reading need not allocate. Not thread-safe.
 */
public final class Reading {

  /** What Kamailio prints for a variable that has no value. */
  static final String NULL_TEXT = "<null>";

  private enum Kind {
    NOTHING,
    NUMBER,
    TEXT
  }

  private Kind kind = Kind.NOTHING;
  private long number;
  private String text = "";

  /** Without a value. */
  public void clear() {
    kind = Kind.NOTHING;
    text = "";
  }

  public void set(long value) {
    kind = Kind.NUMBER;
    number = value;
    text = "";
  }

  /** A text; null is nothing. */
  public void set(@Nullable String value) {
    if (value == null) {
      clear();
    } else {
      kind = Kind.TEXT;
      text = value;
    }
  }

  /**
   * A value of unknown kind.
   *
   * @param value a {@link Number}, which becomes a whole number, null, or anything else as text
   */
  public void setAny(@Nullable Object value) {
    if (value instanceof Number n) {
      set(n.longValue());
    } else {
      set(value == null ? null : value.toString());
    }
  }

  public boolean isNull() {
    return kind == Kind.NOTHING;
  }

  public boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  /**
   * The number.
   *
   * @throws IllegalStateException if it is none
   */
  public long number() {
    if (kind != Kind.NUMBER) {
      throw new IllegalStateException(this + " is no number");
    }
    return number;
  }

  /** The value as text; empty when there is none. */
  public String text() {
    return kind == Kind.NUMBER ? Long.toString(number) : text;
  }

  /** The value as an object to keep: a {@link Long}, a {@link String} or null. */
  public @Nullable Object value() {
    return switch (kind) {
      case NOTHING -> null;
      case NUMBER -> number;
      case TEXT -> text;
    };
  }

  /** Appends the value as it is printed, which is {@value #NULL_TEXT} when there is none. */
  void appendTo(StringBuilder out) {
    switch (kind) {
      case NOTHING -> out.append(NULL_TEXT);
      case NUMBER -> out.append(number);
      case TEXT -> out.append(text);
    }
  }

  @Override
  public String toString() {
    return kind == Kind.NOTHING ? NULL_TEXT : text();
  }
}
