package org.escapement.parameter;

/**
 * A level of Kamailio's log. A message of a level is written when {@code debug} is at least as
 * high.
 *
 * @param number −5 (alert) to 3 (debug); other numbers compare all the same
 */
public record Level(int number) implements Comparable<Level> {

  public static final Level ALERT = new Level(-5);
  public static final Level BUG = new Level(-4);
  public static final Level CRITICAL = new Level(-2);
  public static final Level ERROR = new Level(-1);
  public static final Level WARNING = new Level(0);
  public static final Level NOTICE = new Level(1);
  public static final Level INFO = new Level(2);
  public static final Level DEBUG = new Level(3);

  /** Whether messages of this level are written when {@code debug} has the given value. */
  public boolean isWrittenAt(int debug) {
    return number <= debug;
  }

  @Override
  public int compareTo(Level other) {
    return Integer.compare(number, other.number);
  }

  /** The number. */
  @Override
  public String toString() {
    return Integer.toString(number);
  }
}
