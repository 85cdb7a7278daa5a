package org.escapement.variable;

/**
 * Which one of several values is meant, as in {@code $(hdr(X)[-1])}.
 *
 * @param kind whether one is named at all
 * @param number of {@link Kind#ONE}: from 0 on, or from the end with −1 as the last
 */
public record Index(Kind kind, int number) {

  /** What stands in the brackets. */
  public enum Kind {
    /** No brackets. */
    NONE,
    /** A number. */
    ONE,
    /** {@code [*]}. */
    ALL
  }

  public static final Index NONE = new Index(Kind.NONE, 0);
  public static final Index ALL = new Index(Kind.ALL, 0);

  public static Index of(int number) {
    return new Index(Kind.ONE, number);
  }

  public boolean isNone() {
    return kind == Kind.NONE;
  }

  public boolean isAll() {
    return kind == Kind.ALL;
  }

  /**
   * The place that is meant among so many.
   *
   * @return −1 when there is none
   */
  public int among(int size) {
    int place = number < 0 ? size + number : number;
    return place >= 0 && place < size ? place : -1;
  }
}
