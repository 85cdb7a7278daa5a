package org.escapement.variable;

/** A text that cannot be expanded: it became too long, or a variable cannot be set like this. */
public final class ExpansionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ExpansionException(String message) {
    super(message);
  }

  ExpansionException(String message, Throwable cause) {
    super(message, cause);
  }
}
