package org.escapement.it;

import java.util.concurrent.locks.LockSupport;

/**
 * Measures for how long this machine kept a thread of this JVM from running: by so much a time that
 * another thread here took may be late.
 */
final class Stalls implements AutoCloseable {

  private static final long STEP_NANOS = 500_000;

  private final Thread thread = new Thread(this::watch, "stalls");
  private volatile boolean closed;
  private volatile long longestNanos;

  Stalls() {
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    long last = System.nanoTime();
    while (!closed) {
      LockSupport.parkNanos(STEP_NANOS);
      long now = System.nanoTime();
      longestNanos = Math.max(longestNanos, now - last);
      last = now;
    }
  }

  long longestNanos() {
    return longestNanos;
  }

  @Override
  public void close() {
    closed = true;
  }
}
