package org.escapement.timer;

/**
 * A command that cannot be carried out. It has changed nothing. The codes and texts are those of
 * Kamailio's RPC.
 */
public class TimerFaultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int code;

  public TimerFaultException(int code, String message) {
    super(message);
    this.code = code;
  }

  static TimerFaultException invalidWorker(String worker, String timer, int nworkers) {
    return new TimerFaultException(
        400, "Invalid worker " + worker + " (timer " + timer + " has 0.." + (nworkers - 1) + ")");
  }

  /** 400 for bad arguments, 404 for an unknown timer. */
  public int code() {
    return code;
  }
}
