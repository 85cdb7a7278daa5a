package org.escapement.log;

/** A place where lines of the log go. Thread-safe; never makes its caller wait. */
public interface Sink extends AutoCloseable {

  /** Takes a line, or counts it as lost when there is no room for it. */
  void accept(LogLine line);

  /** How many lines were lost so far. */
  long lost();

  /** Sends what is there, for a bounded time, and ends. */
  @Override
  void close();
}
