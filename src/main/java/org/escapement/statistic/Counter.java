package org.escapement.statistic;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts events. Adding takes no lock, does not contend with other threads, and allocates nothing
 * in steady state; reading is weakly consistent: an addition that is under way may be missing.
 *
 * <p>A count is a signed 64-bit number. Where Kamailio's would wrap below 0, this one is negative.
 */
public final class Counter implements Statistic {

  private final String group;
  private final String name;
  private final String help;
  private final boolean resettable;
  private final LongAdder count = new LongAdder();

  Counter(String group, String name, String help, boolean resettable) {
    this.group = group;
    this.name = name;
    this.help = help;
    this.resettable = resettable;
  }

  /** Counts one event. */
  public void increment() {
    count.increment();
  }

  /**
   * Adds to the count.
   *
   * @param amount may be negative
   */
  public void add(long amount) {
    count.add(amount);
  }

  @Override
  public String group() {
    return group;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String help() {
    return help;
  }

  @Override
  public long value() {
    return count.sum();
  }

  @Override
  public void reset() {
    clear();
  }

  @Override
  public long clear() {
    return resettable ? count.sumThenReset() : count.sum();
  }

  @Override
  public String toString() {
    return group + ':' + name + " = " + value();
  }
}
