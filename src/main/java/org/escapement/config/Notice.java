package org.escapement.config;

import org.escapement.text.Position;

/**
 * Something about a configuration that an operator should know and that does not keep it from being
 * used.
 *
 * @param position where
 * @param what what is the case
 * @param advice what to do about it
 */
public record Notice(Severity severity, Position position, String what, String advice) {

  /** {@code file:line:column: what; advice}. */
  @Override
  public String toString() {
    return position + ": " + what + "; " + advice;
  }
}
