package org.escapement.statistic;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * A number that something else knows, asked at every reading. It cannot be reset.
 *
 * <p>A supplier that throws reads as 0; the first time, that is logged.
 */
public final class Gauge extends Statistic {

  private final LongSupplier supplier;
  private final AtomicBoolean failed = new AtomicBoolean();

  Gauge(String group, String name, String help, LongSupplier supplier) {
    super(group, name, help);
    this.supplier = supplier;
  }

  @Override
  public long value() {
    try {
      return supplier.getAsLong();
    } catch (RuntimeException e) { // one module's fault must not hide all other numbers
      if (failed.compareAndSet(false, true)) {
        StatisticLog.LOG.gaugeFailed(group(), name(), e);
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
}
