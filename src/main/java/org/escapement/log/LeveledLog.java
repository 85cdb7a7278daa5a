package org.escapement.log;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Messages of one kind whose level is a core parameter, such as {@code corelog}. Thread-safe; a
 * message that is not written costs no text.
 */
public final class LeveledLog {

  private final Logger logger;
  private final IntSupplier level;

  /**
   * Names the messages' category.
   *
   * @param category below {@code org.escapement.}, such as {@code core}
   * @param level the level that messages have at that moment, on Kamailio's scale
   */
  public LeveledLog(String category, IntSupplier level) {
    this.logger = Logger.getLogger(LogOutput.ROOT + '.' + category);
    this.level = level;
  }

  /** Whether a message would be written now. */
  public boolean isWritten() {
    return logger.isLoggable(Levels.of(level.getAsInt()));
  }

  /** Writes a message when its level lets it; only then its text is made. */
  public void write(Supplier<String> message) {
    Level now = Levels.of(level.getAsInt());
    if (logger.isLoggable(now)) {
      logger.logp(now, logger.getName(), "", message.get());
    }
  }
}
