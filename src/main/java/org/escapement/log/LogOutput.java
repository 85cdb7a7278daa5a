package org.escapement.log;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Stands between Escapement's loggers and the server's log: puts the prefix before each message and
 * hands a copy to the sinks. Thread-safe.
 */
public final class LogOutput implements AutoCloseable {

  /** The logger above all of Escapement's. */
  static final String ROOT = "org.escapement";

  private final Logger logger = Logger.getLogger(ROOT);
  private final List<Sink> sinks = new CopyOnWriteArrayList<>();
  private final Tap tap = new Tap();
  private final LogPrefix prefix;

  /** Begins to listen to the loggers. */
  public LogOutput(LogPrefix prefix) {
    this.prefix = prefix;
    logger.addHandler(tap);
  }

  /** Adds a place where the lines go, too. It is closed with this object. */
  public void add(Sink sink) {
    sinks.add(sink);
  }

  /** Takes a sink out again and closes it. */
  public void remove(Sink sink) {
    if (sinks.remove(sink)) {
      sink.close();
    }
  }

  /** How many lines the sinks have lost. */
  public long lost() {
    return sinks.stream().mapToLong(Sink::lost).sum();
  }

  /** Leaves the loggers and closes the sinks. */
  @Override
  public void close() {
    logger.removeHandler(tap);
    sinks.forEach(Sink::close);
    sinks.clear();
  }

  /** Comes before the handlers of the root logger, so they see the record as it is left here. */
  private final class Tap extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord record) {
      String before = prefix.text();
      if (!before.isEmpty()) {
        String message = before + formatter.formatMessage(record);
        record.setParameters(null);
        record.setResourceBundle(null);
        record.setMessage(message);
      }
      if (!sinks.isEmpty()) {
        LogLine line = line(record);
        sinks.forEach(sink -> sink.accept(line));
      }
    }

    private LogLine line(LogRecord record) {
      String message = formatter.formatMessage(record);
      Throwable thrown = record.getThrown();
      return LogLine.of(
          record.getInstant(),
          record.getLevel(),
          String.valueOf(record.getLoggerName()),
          thrown == null ? message : message + ": " + thrown);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
