package org.escapement.shaping;

import javax.servlet.sip.SipServletRequest;

/** Lets a call leave the queue that it waited in. */
@FunctionalInterface
public interface Departure {

  /** What came of a call whose turn had come. */
  enum Outcome {
    /** It was sent on. */
    PASSED,
    /** It could not be sent on, and was answered. */
    FAILED,
    /** Its caller gave it up just as its turn came. */
    CANCELLED
  }

  /**
   * Sends a call on, or answers it. What this throws counts as failed, and goes on to the caller.
   */
  Outcome leave(SipServletRequest invite);
}
