package org.escapement.module;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;

/**
 * Holds back what must not begin before the whole application is ready: its servlets come to be
 * after the modules. Opens once. Thread-safe.
 */
final class ReadyGate {

  private final CountDownLatch closed = new CountDownLatch(1);

  /** What waits; guarded by this. */
  private final List<Runnable> held = new ArrayList<>();

  void await() throws InterruptedException {
    closed.await();
  }

  boolean isOpen() {
    return closed.getCount() == 0;
  }

  /** Runs what waits, and lets everything pass from now on. */
  void open() {
    List<Runnable> waiting;
    synchronized (this) {
      closed.countDown();
      waiting = List.copyOf(held);
      held.clear();
    }
    waiting.forEach(Runnable::run);
  }

  /**
   * An executor that hands tasks to {@code target} when the gate is open. As many wait as are given
   * before that: one for each worker that shares threads.
   */
  Executor before(Executor target) {
    return task -> {
      if (isOpen() || !hold(() -> target.execute(task))) {
        target.execute(task);
      }
    };
  }

  private synchronized boolean hold(Runnable task) {
    return !isOpen() && held.add(task);
  }
}
