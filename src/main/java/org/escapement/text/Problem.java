package org.escapement.text;

/**
 * One thing that is wrong with a configuration.
 *
 * @param position where
 * @param what what is wrong, with the offending value
 * @param advice what to do about it
 */
public record Problem(Position position, String what, String advice) {

  /** {@code file:line:column: what; advice}. */
  @Override
  public String toString() {
    return position + ": " + what + "; " + advice;
  }
}
