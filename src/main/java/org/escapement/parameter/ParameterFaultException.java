package org.escapement.parameter;

/**
 * A change of a parameter, or a question about one, that is refused. Nothing was changed.
 *
 * <p>The message begins with the text that Kamailio answers and goes on with the reason.
 */
public final class ParameterFaultException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final int BAD_REQUEST = 400;

  private final String text;

  ParameterFaultException(String text, String reason) {
    super(text + ": " + reason);
    this.text = text;
  }

  /** Kamailio's number for it. */
  public int code() {
    return BAD_REQUEST;
  }

  /** Kamailio's text for it, without the reason. */
  public String text() {
    return text;
  }
}
