package org.escapement.lock;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * A fixed number of locks, taken by number or by a key that stands for one of them: so two keys may
 * share a lock. A lock belongs to the thread that took it, which may take it again, and gives it
 * back as often. Thread-safe.
 *
 * <p>What a route holds when it ends is given back by {@link #releaseAll}.
 */
public final class LockSet {

  private final ReentrantLock[] locks;
  private final long waitNanos;

  /**
   * The locks that a thread holds, the last one first. Removed with the last of them, because the
   * threads are the server's and outlive the application.
   */
  @SuppressWarnings("ThreadLocalUsage") // of each set its own; there is one in an application
  private final ThreadLocal<Deque<Integer>> held = new ThreadLocal<>();

  /** How many are held by all threads together: 0 spares the look at the thread's own. */
  private final AtomicInteger holds = new AtomicInteger();

  private final LongAdder timedOut = new LongAdder();
  private final LongAdder leftBehind = new LongAdder();

  /**
   * @param size how many locks, at least 1
   * @param longest how long to wait for one
   */
  public LockSet(int size, Duration longest) {
    if (size < 1) {
      throw new IllegalArgumentException("a set of locks cannot have " + size);
    }
    locks = Stream.generate(ReentrantLock::new).limit(size).toArray(ReentrantLock[]::new);
    waitNanos = longest.toNanos();
  }

  public int size() {
    return locks.length;
  }

  /**
   * Waits for the lock of a key.
   *
   * @return false if it was not free in time, which is counted, or the thread was interrupted
   */
  public boolean lock(String key) {
    return lock(number(key));
  }

  /** As {@link #lock(String)}, by number: 0 to the size − 1. */
  public boolean lock(int number) {
    try {
      if (locks[number].tryLock(waitNanos, TimeUnit.NANOSECONDS)) {
        note(number);
        return true;
      }
      timedOut.increment();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Takes the lock of a key if it is free. */
  public boolean tryLock(String key) {
    return tryLock(number(key));
  }

  /** As {@link #tryLock(String)}, by number. */
  public boolean tryLock(int number) {
    boolean taken = locks[number].tryLock();
    if (taken) {
      note(number);
    }
    return taken;
  }

  /**
   * Gives the lock of a key back.
   *
   * @return false if the calling thread does not hold it
   */
  public boolean unlock(String key) {
    return unlock(number(key));
  }

  /** As {@link #unlock(String)}, by number. */
  public boolean unlock(int number) {
    if (!locks[number].isHeldByCurrentThread()) {
      return false;
    }
    Deque<Integer> own = held.get();
    own.removeFirstOccurrence(number);
    if (own.isEmpty()) {
      held.remove();
    }
    holds.decrementAndGet();
    locks[number].unlock();
    return true;
  }

  /**
   * Gives back all that the calling thread holds.
   *
   * @return how many; they are counted
   */
  public int releaseAll() {
    if (holds.get() == 0) {
      return 0;
    }
    Deque<Integer> own = held.get();
    if (own == null) {
      return 0;
    }
    held.remove();
    own.forEach(number -> locks[number].unlock());
    holds.addAndGet(-own.size());
    leftBehind.add(own.size());
    return own.size();
  }

  private void note(int number) {
    Deque<Integer> own = held.get();
    if (own == null) {
      own = new ArrayDeque<>();
      held.set(own);
    }
    own.addFirst(number);
    holds.incrementAndGet();
  }

  /** The number of the lock that stands for a key. */
  int number(String key) {
    int hash = key.hashCode();
    return Math.floorMod(hash ^ (hash >>> 16), locks.length);
  }

  /** How many locks are held now. */
  public int holds() {
    return holds.get();
  }

  /** How often a lock was not free in time. */
  public long timedOut() {
    return timedOut.sum();
  }

  /** How many locks were given back only because a route ended. */
  public long leftBehind() {
    return leftBehind.sum();
  }
}
