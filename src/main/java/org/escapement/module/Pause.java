package org.escapement.module;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets the start-up wait; a test passes one that only takes notes. */
@FunctionalInterface
public interface Pause {

  /** Waits so long, unless that is zero. */
  void of(Duration time) throws InterruptedException;

  /** Sleeps. */
  static Pause sleeping() {
    return time -> TimeUnit.NANOSECONDS.sleep(time.toNanos());
  }
}
