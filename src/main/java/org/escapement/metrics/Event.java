package org.escapement.metrics;

import java.util.Locale;

/**
 * Something that an operator may want to know of. Immutable.
 *
 * @param number its place in the order of all events, from 0
 * @param millis when it happened, or last happened, in milliseconds since 1970
 * @param source the timer, or who gave the command
 * @param text one line
 * @param times how often it happened in a row, at least 1
 */
public record Event(long number, long millis, Kind kind, String source, String text, long times) {

  /** What happened. */
  public enum Kind {
    /** A route ended with an exception. */
    ERROR,
    /** Due times of a timer were missed. */
    MISSED,
    /** A command that changes something was given. */
    COMMAND;

    /** Its name in replies. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The same event, which happened so often more. */
  Event again(long when, long more) {
    return new Event(number, when, kind, source, text, times + more);
  }

  boolean isLike(Kind otherKind, String otherSource, String otherText) {
    return kind == otherKind && source.equals(otherSource) && text.equals(otherText);
  }
}
