package org.escapement.command;

/**
 * A command that was not carried out. It has changed nothing. Codes and texts are those of
 * Kamailio's RPC: codes as SIP has them, such as 400 for bad arguments and 404 for an unknown name.
 */
public final class FaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The text for arguments that are missing or too many. */
  public static final String INVALID_ARGUMENTS = "Invalid arguments (see help)";

  private final int code;
  private final String text;

  /**
   * A fault.
   *
   * @param code 300 to 699
   * @param text for the operator, one line
   */
  public FaultException(int code, String text) {
    super(text, null, false, false); // an answer, not a defect: nobody reads its stack
    this.code = code;
    this.text = text;
  }

  /** Arguments that are missing or too many. */
  public static FaultException invalidArguments() {
    return new FaultException(400, INVALID_ARGUMENTS);
  }

  public int code() {
    return code;
  }

  public String text() {
    return text;
  }
}
