package org.escapement.it;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what must come to be, with a bound. */
public final class Await {

  /**
   * Long enough for the slowest machine, and longer than the 32 s after which a SIP transaction
   * gives up; nothing waits for it unless a test fails.
   */
  public static final Duration LIMIT = Duration.ofSeconds(40);

  private static final long LOOK_NANOS = 2_000_000;

  private Await() {}

  /**
   * Returns when the condition holds.
   *
   * @param what what is waited for, and what is so instead, for the failure
   */
  public static void until(Supplier<String> what, BooleanSupplier condition) {
    long begin = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begin > LIMIT.toNanos()) {
        throw new AssertionError("waited " + LIMIT + " in vain for " + what.get());
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
