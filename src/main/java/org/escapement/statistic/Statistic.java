package org.escapement.statistic;

/** A number that has a group and a name. Thread-safe. */
public abstract sealed class Statistic permits Counter, Gauge {

  private final String group;
  private final String name;
  private final String help;

  Statistic(String group, String name, String help) {
    this.group = group;
    this.name = name;
    this.help = help;
  }

  /** Its group, such as {@code core} or {@code script}. */
  public final String group() {
    return group;
  }

  /** Its name, unique in its group. */
  public final String name() {
    return name;
  }

  /** What it counts, for an operator: one sentence without its full stop. */
  public final String help() {
    return help;
  }

  /** Its present value. */
  public abstract long value();

  /** Sets it back to 0. What cannot be set back, such as a gauge, stays as it is. */
  public abstract void reset();

  /**
   * Its value, and sets it back to 0 in the same step: what is counted at the same time is either
   * in this value or in the next one, never in both and never lost.
   */
  public abstract long clear();

  /** {@code group:name = value}, as {@code stats.get_statistics} writes it. */
  @Override
  public final String toString() {
    return group + ':' + name + " = " + value();
  }
}
