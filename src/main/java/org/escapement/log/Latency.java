package org.escapement.log;

import java.util.function.IntSupplier;

/**
 * Reports what took too long, and how long the routes of messages took. Thread-safe; what is within
 * its limit costs a comparison.
 */
public final class Latency {

  private static final long NANOS_PER_MICRO = 1_000;

  /** As many characters of a query as Kamailio shows. */
  private static final int QUERY_CHARACTERS = 50;

  private final Settings settings;
  private final LeveledLog reports;
  private final LeveledLog durations;

  /**
   * The core parameters that this follows, each as it is at the moment.
   *
   * @param limitActionMicros {@code latency_limit_action}; 0 is off
   * @param limitDbMicros {@code latency_limit_db}; 0 is off
   * @param log {@code latency_log}
   * @param cfgLog {@code latency_cfg_log}
   */
  public record Settings(
      IntSupplier limitActionMicros,
      IntSupplier limitDbMicros,
      IntSupplier log,
      IntSupplier cfgLog) {}

  public Latency(Settings settings) {
    this.settings = settings;
    this.reports = new LeveledLog("latency", settings.log);
    this.durations = new LeveledLog("latency", settings.cfgLog);
  }

  /** Whether calls of routes need to be timed at all. */
  public boolean limitsCalls() {
    return settings.limitActionMicros.getAsInt() > 0;
  }

  /**
   * A route was called.
   *
   * @param place where it is written; its text is made only when it is reported
   */
  public void call(String route, Object place, long nanos) {
    int limit = settings.limitActionMicros.getAsInt();
    if (limit > 0 && nanos > limit * NANOS_PER_MICRO) {
      reports.write(() -> LogTexts.TEXTS.slowRoute(place, route, nanos / NANOS_PER_MICRO, limit));
    }
  }

  /** A database was asked. */
  public void query(String query, long nanos) {
    int limit = settings.limitDbMicros.getAsInt();
    if (limit > 0 && nanos > limit * NANOS_PER_MICRO) {
      String begin = query.substring(0, Math.min(QUERY_CHARACTERS, query.length()));
      reports.write(() -> LogTexts.TEXTS.slowQuery(nanos / NANOS_PER_MICRO, limit, begin));
    }
  }

  /** Whether the routes of messages need to be timed for {@link #message}. */
  public boolean logsMessages() {
    return durations.isWritten();
  }

  /** The request route or a reply route has run for a message. */
  public void message(String route, long nanos) {
    durations.write(() -> LogTexts.TEXTS.duration(route, nanos / NANOS_PER_MICRO));
  }
}
