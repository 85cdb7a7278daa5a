package org.escapement.statistic;

import org.escapement.Interleavings;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;

/** Whatever threads add, reset and clear at once, each amount is told once or still there. */
class CounterInterleavingsTest {

  @Test
  void additionsAndClears_areAsInSomeOrder() {
    Interleavings.serializable(Calls.class, Twin.class);
  }

  /** What the threads call. */
  @Param(name = "amount", gen = IntGen.class, conf = "-3:9")
  public static final class Calls {
    private final Counter counter = new Counter("script", "x", "", true);

    @Operation
    public void add(@Param(name = "amount") int amount) {
      counter.add(amount);
    }

    @Operation
    public void increment() {
      counter.increment();
    }

    @Operation
    public long clear() {
      return counter.clear();
    }

    @Operation
    public void reset() {
      counter.reset();
    }
  }

  /** A number. */
  public static final class Twin {
    private long count;

    public void add(int amount) {
      count += amount;
    }

    public void increment() {
      count++;
    }

    public long clear() {
      long cleared = count;
      count = 0;
      return cleared;
    }

    public void reset() {
      count = 0;
    }
  }
}
