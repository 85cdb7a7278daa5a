package org.escapement.timer;

import org.escapement.clock.Waiter;
import org.jspecify.annotations.Nullable;

/** Drives one worker by a thread of its own, which it keeps until the worker has finished. */
final class DedicatedDriver implements Driver, Runnable {

  private final Worker worker;
  private final Waiter waiter;
  private final ThreadStarter threads;
  private final NativeThreadId threadIds;
  private final String identity;
  private final Object lock = new Object();

  /** The due time that the last wait has led up to. */
  private long approachedNanos;

  /** Guarded by the lock, so that an interrupt cannot hit what the thread does after the worker. */
  private @Nullable Thread thread;

  DedicatedDriver(
      Worker worker,
      Waiter waiter,
      ThreadStarter threads,
      NativeThreadId threadIds,
      String identity) {
    this.worker = worker;
    this.waiter = waiter;
    this.threads = threads;
    this.threadIds = threadIds;
    this.identity = identity;
  }

  @Override
  public void launch() {
    threads.start(identity, this);
  }

  @Override
  public void run() {
    synchronized (lock) {
      thread = Thread.currentThread();
    }
    try {
      worker.context().pid(threadIds.current());
      drive();
    } finally {
      release();
    }
  }

  private void drive() {
    for (Worker.Next next = worker.step(); next != Worker.Next.NEVER; next = worker.step()) {
      // A route may have left an interrupt behind, which would end every wait from now on.
      Thread.interrupted();
      switch (next) {
        case AT_DEADLINE -> awaitTick();
        case WHEN_TOLD -> waiter.awaitWake();
        case AGAIN, NEVER -> {}
      }
    }
  }

  /**
   * Waits in two parts. The step in between finds nothing due: it is a rehearsal. A tick after 10
   * ms of sleep is 3.5 µs late for the cache misses of all that it runs; rehearsed, 0.4 µs.
   */
  private void awaitTick() {
    long due = worker.deadlineNanos();
    if (due != approachedNanos) {
      approachedNanos = due;
      waiter.awaitApproach(due, worker.nowNanos());
    } else {
      waiter.awaitDeadline(due, worker.nowNanos());
    }
  }

  /** The worker has finished, unless a fault of this package ends the thread: then nobody waits. */
  private void release() {
    worker.cut();
    synchronized (lock) {
      thread = null;
      Thread.interrupted();
    }
  }

  @Override
  public void tell() {
    waiter.wake();
  }

  @Override
  public void tellQuietly() {
    waiter.wake();
  }

  @Override
  public void interrupt() {
    synchronized (lock) {
      if (thread != null) {
        thread.interrupt();
      }
    }
  }
}
