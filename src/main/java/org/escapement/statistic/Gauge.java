package org.escapement.statistic;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * A number that something else knows, asked at every reading. It cannot be reset.
 *
 * <p>A supplier that throws reads as 0; the first time, that is logged.
 */
public final class Gauge implements Statistic {

  private final String group;
  private final String name;
  private final String help;
  private final LongSupplier supplier;
  private final AtomicBoolean failed = new AtomicBoolean();

  Gauge(String group, String name, String help, LongSupplier supplier) {
    this.group = group;
    this.name = name;
    this.help = help;
    this.supplier = supplier;
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
    try {
      return supplier.getAsLong();
    } catch (RuntimeException e) { // one module's fault must not hide all other numbers
      if (failed.compareAndSet(false, true)) {
        StatisticLog.LOG.gaugeFailed(group, name, e);
      }
      return 0;
    }
  }

  @Override
  public void reset() {
    // Only what it measures can change it.
  }

  @Override
  public long clear() {
    return value();
  }

  @Override
  public String toString() {
    return group + ':' + name + " = " + value();
  }
}
