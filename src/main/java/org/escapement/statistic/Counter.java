package org.escapement.statistic;

import java.util.concurrent.atomic.LongAdder;

/**
 * Counts events. Adding takes no lock, does not contend with other threads, and allocates nothing
 * in steady state; reading is weakly consistent: an addition that is under way may be missing.
 *
 * <p>A count is a signed 64-bit number. Where Kamailio's would wrap below 0, this one is negative.
 */
public final class Counter extends Statistic {

  private final boolean resettable;
  private final LongAdder count = new LongAdder();

  Counter(String group, String name, String help, boolean resettable) {
    super(group, name, help);
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
}
