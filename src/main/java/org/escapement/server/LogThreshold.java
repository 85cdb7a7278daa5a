package org.escapement.server;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Applies Kamailio's {@code debug} to the messages of Escapement: one is written when its level is
 * at most {@code debug}. Kamailio's levels run from −5 (alert) over −1 (error), 0 (warning), 1
 * (notice) and 2 (info) to 3 (debug).
 */
final class LogThreshold {

  private static final int NOTHING = -6;
  private static final int ERROR = -1;
  private static final int WARNING = 0;
  private static final int INFO = 2;

  /** Held here, because the log manager forgets the level of a logger that nobody holds. */
  private final Logger logger = Logger.getLogger("org.escapement");

  void apply(int debug) {
    logger.setLevel(level(debug));
  }

  static Level level(int debug) {
    if (debug <= NOTHING) {
      return Level.OFF;
    }
    if (debug <= ERROR) {
      return Level.SEVERE;
    }
    if (debug == WARNING) {
      return Level.WARNING;
    }
    return debug <= INFO ? Level.INFO : Level.ALL;
  }
}
