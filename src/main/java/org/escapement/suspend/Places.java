package org.escapement.suspend;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A fixed number of places, taken and given back in any order by any number of threads, without a
 * lock or allocation.
 *
 * <p>The free ones are a stack: {@code head} holds the place on top plus 1, and in its upper half a
 * count of changes, so that a head that came back to an old place is told from an unchanged one.
 */
final class Places {

  static final int NONE = -1;
  private static final long LOW = 0xffff_ffffL;

  private final AtomicIntegerArray below;
  private final AtomicLong head = new AtomicLong();
  private final AtomicInteger taken = new AtomicInteger();

  Places(int size) {
    below = new AtomicIntegerArray(size);
    for (int place = size - 1; place >= 0; place--) {
      give(place);
    }
    taken.set(0);
  }

  /** Takes a place; {@link #NONE} if none is free. */
  int take() {
    while (true) {
      long top = head.get();
      int place = (int) (top & LOW) - 1;
      if (place < 0) {
        return NONE;
      }
      if (head.compareAndSet(top, next(top, below.get(place)))) {
        taken.incrementAndGet();
        return place;
      }
    }
  }

  void give(int place) {
    taken.decrementAndGet();
    long top;
    do {
      top = head.get();
      below.set(place, (int) (top & LOW));
    } while (!head.compareAndSet(top, next(top, place + 1)));
  }

  private static long next(long top, int place) {
    return (((top >>> Integer.SIZE) + 1) << Integer.SIZE) | place;
  }

  /** How many are taken; a momentary look. */
  int taken() {
    return taken.get();
  }
}
