package org.escapement.clock;

import java.time.Duration;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * A clock that moves only when told to, for tests: of this project and of the applications that use
 * it.
 *
 * <p>{@link #advance} runs the actions of the alarms that become due, on the calling thread, in the
 * order of their deadlines, each with the clock standing exactly at its deadline. So a test of a
 * timer needs no thread, no sleep and no tolerance.
 *
 * <p>Thread-safe. Alarms due at the same time run in the order in which they were armed.
 */
public final class ManualClock implements NanoClock, Alarms {

  private final PriorityQueue<ManualAlarm> armed =
      new PriorityQueue<>(
          (a, b) ->
              a.deadline == b.deadline
                  ? Long.compare(a.order, b.order)
                  : a.deadline - b.deadline < 0 ? -1 : 1);

  private volatile long now;
  private long orders;

  /** A clock that stands at 0. */
  public ManualClock() {
    this(0);
  }

  /**
   * Makes a clock that stands at a given time.
   *
   * @param nowNanos any reading, negative ones and those shortly before the wrap included
   */
  public ManualClock(long nowNanos) {
    this.now = nowNanos;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public Alarm create(long accuracyNanos, Runnable action) {
    return new ManualAlarm(action);
  }

  /** Moves the clock forward and runs everything that becomes due on the way. */
  public void advance(Duration duration) {
    advanceNanos(duration.toNanos());
  }

  /**
   * Moves the clock forward and runs everything that becomes due on the way.
   *
   * @param nanos at least 0
   */
  public void advanceNanos(long nanos) {
    if (nanos < 0) {
      throw new IllegalArgumentException("a clock cannot go back by " + nanos + " ns");
    }
    long target = now + nanos;
    for (ManualAlarm due = takeDue(target); due != null; due = takeDue(target)) {
      due.action.run();
    }
    synchronized (armed) {
      if (target - now > 0) {
        now = target;
        armed.notifyAll();
      }
    }
  }

  /** A waiter whose thread waits for this clock to be moved. */
  public Waiter waiter() {
    return new ManualWaiter();
  }

  private @Nullable ManualAlarm takeDue(long target) {
    synchronized (armed) {
      ManualAlarm first = armed.peek();
      if (first == null || first.deadline - target > 0) {
        return null;
      }
      armed.remove();
      if (first.deadline - now > 0) {
        now = first.deadline;
        armed.notifyAll();
      }
      return first;
    }
  }

  private final class ManualAlarm implements Alarm {

    private final Runnable action;
    private long deadline;
    private long order;

    ManualAlarm(Runnable action) {
      this.action = action;
    }

    @Override
    public void arm(long deadlineNanos) {
      synchronized (armed) {
        armed.remove(this);
        deadline = deadlineNanos;
        order = orders++;
        armed.add(this);
      }
    }

    @Override
    public void clear() {
      synchronized (armed) {
        armed.remove(this);
      }
    }
  }

  private final class ManualWaiter implements Waiter {

    private boolean woken;

    @Override
    public long awaitDeadline(long deadlineNanos, long nowNanos) {
      synchronized (armed) {
        while (!woken && now - deadlineNanos < 0 && !Thread.currentThread().isInterrupted()) {
          pause();
        }
        woken = false;
        return now;
      }
    }

    @Override
    public void awaitWake() {
      synchronized (armed) {
        while (!woken && !Thread.currentThread().isInterrupted()) {
          pause();
        }
        woken = false;
      }
    }

    private void pause() {
      try {
        armed.wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void wake() {
      synchronized (armed) {
        woken = true;
        armed.notifyAll();
      }
    }
  }
}
