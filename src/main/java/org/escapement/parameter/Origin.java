package org.escapement.parameter;

/**
 * Where a value comes from.
 *
 * @param where for people: {@code file:line:column}, or the name of the variable
 */
public record Origin(Kind kind, String where) {

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

  static final Origin DEFAULT = new Origin(Kind.DEFAULT, "default");

  @Override
  public String toString() {
    return where;
  }
}
