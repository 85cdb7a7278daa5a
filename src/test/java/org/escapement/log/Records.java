package org.escapement.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Keeps what a logger and those below it write while it is open, and keeps it off the console. */
public final class Records extends Handler implements AutoCloseable {

  private final Logger logger;
  private final Level level;
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  public Records(String name) {
    logger = Logger.getLogger(name);
    level = logger.getLevel();
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  /** {@code LEVEL message} of each, in order, the level by its name in Kamailio. */
  public List<String> lines() {
    return records.stream().map(r -> Levels.name(r.getLevel()) + " " + r.getMessage()).toList();
  }

  @Override
  public void publish(LogRecord record) {
    records.add(record);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
    logger.setLevel(level);
  }
}
