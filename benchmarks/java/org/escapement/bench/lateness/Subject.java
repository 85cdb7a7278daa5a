package org.escapement.bench.lateness;

/** A periodic timer of some kind. */
public interface Subject {

  /** As it stands in the report. */
  String name();

  /** Whether it can be set to this interval at all. */
  boolean reaches(long intervalNanos);

  /**
   * Starts ticking, and sets the origin of {@code ticks} at or before the first run.
   *
   * @return stops it
   */
  Running start(Ticks ticks) throws Exception;

  /** A subject at work. */
  @FunctionalInterface
  interface Running {
    /** Stops it; no run begins any more when this returns, or soon after. */
    void stop() throws Exception;
  }
}
