package org.escapement.statistic;

/** A number that has a group and a name. Thread-safe. */
public sealed interface Statistic permits Counter, Gauge {

  /** Its group, such as {@code core} or {@code script}. */
  String group();

  /** Its name, unique in its group. */
  String name();

  /** What it counts, for an operator: one sentence without its full stop. */
  String help();

  /** Its present value. */
  long value();

  /** Sets it back to 0. What cannot be set back, such as a gauge, stays as it is. */
  void reset();

  /**
   * Its value, and sets it back to 0 in the same step: what is counted at the same time is either
   * in this value or in the next one, never in both and never lost.
   */
  long clear();
}
