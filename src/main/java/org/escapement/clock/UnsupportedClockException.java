package org.escapement.clock;

/** The clock asked for does not exist on this platform, or no JVM can follow it. */
public final class UnsupportedClockException extends UnsupportedOperationException {

  private static final long serialVersionUID = 1L;

  private final ClockId clock;

  /** Refuses a clock, with the reason in words. */
  public UnsupportedClockException(ClockId clock, String reason) {
    super("clock " + clock + " is not supported: " + reason);
    this.clock = clock;
  }

  /** The clock that was refused. */
  public ClockId clock() {
    return clock;
  }
}
