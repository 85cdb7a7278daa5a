package org.escapement.log;

import java.util.List;
import java.util.logging.Level;

/**
 * Kamailio's log levels as those of java.util.logging. They run from −5 (alert) over −1 (error), 0
 * (warning), 1 (notice) and 2 (info) to 3 (debug).
 */
public final class Levels {

  /** The lowest level, that of alerts. */
  public static final int ALERT = -5;

  public static final int ERROR = -1;
  public static final int WARNING = 0;
  public static final int NOTICE = 1;
  public static final int INFO = 2;

  /** The highest level that has a name. */
  public static final int DEBUG = 3;

  /**
   * From alert to debug. Those that java.util.logging lacks lie between its own; 1100 is also JBoss
   * Logging's FATAL.
   */
  private static final List<Level> ASCENDING =
      List.of(
          new Named("ALERT", 1300),
          new Named("BUG", 1200),
          new Named("CRITICAL", 1150),
          new Named("CRITICAL", 1100),
          Level.SEVERE,
          Level.WARNING,
          new Named("NOTICE", 850),
          Level.INFO,
          Level.FINE);

  /** Severities of syslog (RFC 5424, table 2) for the same levels. */
  private static final int[] SEVERITIES = {1, 2, 2, 2, 3, 4, 5, 6, 7};

  private static final String[] NAMES = {
    "ALERT", "BUG", "CRITICAL", "CRITICAL", "ERROR", "WARNING", "NOTICE", "INFO", "DEBUG"
  };

  private Levels() {}

  /** The level of messages of a Kamailio level; past debug they are finer and finer. */
  public static Level of(int level) {
    return level > DEBUG ? Level.FINER : ASCENDING.get(index(level));
  }

  /** The level from which on messages are written when {@code debug} has a value. */
  static Level threshold(int debug) {
    if (debug < ALERT) {
      return Level.OFF;
    }
    return debug > DEBUG ? Level.ALL : ASCENDING.get(index(debug));
  }

  /** The syslog severity of a message, 1 (alert) to 7 (debug). */
  static int severity(Level level) {
    return SEVERITIES[nearest(level)];
  }

  /** The name that Kamailio's log gives a level. */
  static String name(Level level) {
    return NAMES[nearest(level)];
  }

  private static int index(int level) {
    return Math.min(Math.max(level, ALERT), DEBUG) - ALERT;
  }

  /** The most severe level that is not above the given one. */
  private static int nearest(Level level) {
    int i = 0;
    while (i < ASCENDING.size() - 1 && ASCENDING.get(i).intValue() > level.intValue()) {
      i++;
    }
    return i;
  }

  private static final class Named extends Level {

    private static final long serialVersionUID = 1L;

    Named(String name, int value) {
      super(name, value);
    }
  }
}
