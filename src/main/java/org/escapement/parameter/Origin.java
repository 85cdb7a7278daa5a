package org.escapement.parameter;

import org.escapement.text.Position;

/**
 * Where a value comes from.
 *
 * @param position in the configuration file, or one that names a variable, an entry of JNDI, or
 *     whoever changed it
 */
public record Origin(Kind kind, Position position) {

  /** The sources, each taking precedence over those before it. */
  public enum Kind {
    /** Nothing sets it. */
    DEFAULT,
    /** The configuration file. */
    FILE,
    /** An entry {@code escapement/NAME} of JNDI. */
    JNDI,
    /** A property {@code escapement.NAME} of MicroProfile Config, such as a server variable. */
    VARIABLE,
    /** A change while the server runs. */
    RUNTIME
  }

  static final Origin DEFAULT = new Origin(Kind.DEFAULT, Position.of("default"));

  /** For people: {@code file:line:column}, or the name of the source. */
  @Override
  public String toString() {
    return position.toString();
  }
}
