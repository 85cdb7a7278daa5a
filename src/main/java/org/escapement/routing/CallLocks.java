package org.escapement.routing;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code route_locks_size}: a bounded set of locks that keeps the routes of messages with the same
 * Call-ID from running at the same time. Different Call-IDs may share a lock, as in Kamailio.
 * Thread-safe; a thread may take a lock again.
 */
final class CallLocks {

  /** A lock that is held. */
  interface Held {
    void release();
  }

  /** 64·T1: after it the transaction that waits is over (RFC 3261, section 17.1.1.2). */
  private static final long LONGEST_WAIT_SECONDS = 32;

  private static final Held NONE = () -> {};

  private final ReentrantLock[] locks;
  private final Held[] held;

  /**
   * Makes the locks.
   *
   * @param size how many; 0 for none at all
   */
  CallLocks(int size) {
    locks = Stream.generate(ReentrantLock::new).limit(size).toArray(ReentrantLock[]::new);
    held = Stream.of(locks).<Held>map(lock -> lock::unlock).toArray(Held[]::new);
  }

  /**
   * Waits for the lock of a call.
   *
   * @throws IllegalStateException if it is not free in {@value #LONGEST_WAIT_SECONDS} seconds, or
   *     the thread is interrupted
   */
  Held lock(@Nullable String callId) {
    if (locks.length == 0 || callId == null) {
      return NONE;
    }
    int index = Math.floorMod(spread(callId.hashCode()), locks.length);
    try {
      if (locks[index].tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return held[index];
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException(
        "the routes of an earlier message of call "
            + callId
            + " have not ended in "
            + LONGEST_WAIT_SECONDS
            + " s");
  }

  /** The upper bits take part, too: Call-IDs of one sender often differ in a few characters. */
  private static int spread(int hash) {
    return hash ^ (hash >>> 16);
  }
}
