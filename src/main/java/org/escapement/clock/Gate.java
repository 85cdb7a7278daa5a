package org.escapement.clock;

import java.util.concurrent.locks.ReentrantLock;

/**
 * A lock for sections of well below a microsecond: who finds it taken spins before sleeping.
 *
 * <p>Sleeping at once would cost the loop's thread the 50 µs of a wake-up for a section that ends
 * after 100 ns. It sleeps all the same when the holder has lost its core.
 */
final class Gate {

  private static final int SPINS = 500;

  private final ReentrantLock lock = new ReentrantLock();

  void enter() {
    for (int i = 0; i < SPINS; i++) {
      if (lock.tryLock()) {
        return;
      }
      Thread.onSpinWait();
    }
    lock.lock();
  }

  void leave() {
    lock.unlock();
  }
}
