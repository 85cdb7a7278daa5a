package org.escapement.log;

import java.util.logging.Logger;

/**
 * Applies Kamailio's {@code debug} to the messages of Escapement: one is written when its level is
 * at most {@code debug}; −6 writes nothing. Thread-safe; a change acts at once.
 */
public final class Threshold {

  /** Held here, because the log manager forgets the level of a logger that nobody holds. */
  private final Logger logger = Logger.getLogger(LogOutput.ROOT);

  /** Sets the highest level of messages that are written. */
  public void apply(int debug) {
    logger.setLevel(Levels.threshold(debug));
  }
}
