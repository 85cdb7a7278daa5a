package org.escapement.timer;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
final class Await {

  private static final long BOUND_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final long POLL_NANOS = 50_000;

  private Await() {}

  /** Returns when the event has come; fails after a bound that only a fault can reach. */
  static void until(String event, BooleanSupplier hasCome) {
    long begin = System.nanoTime();
    while (!hasCome.getAsBoolean()) {
      if (System.nanoTime() - begin > BOUND_NANOS) {
        throw new AssertionError("this has not come: " + event);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
