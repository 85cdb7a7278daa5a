package org.escapement.worker;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jctools.queues.atomic.MpmcAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * Workers that take tasks from one bounded queue, first in, first out. Any number of threads hand
 * in. Handing in takes no lock and allocates nothing.
 *
 * <p>A group without workers of its own runs its tasks on an executor.
 */
public final class WorkerGroup implements Executor {

  private final String name;
  private final int size;
  private final @Nullable Executor executor;
  private final MpmcAtomicArrayQueue<Runnable> queue;

  /** Places that are taken: by tasks that wait, and by those announced. Never above the size. */
  private final AtomicInteger places = new AtomicInteger();

  private final Semaphore waiting = new Semaphore(0);
  private final LongAdder accepted = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private volatile boolean fullReported;

  /**
   * A group for workers of its own, each of which runs {@link #work}.
   *
   * @param size the most tasks that wait, at least 1
   */
  public WorkerGroup(String name, int size) {
    this(name, size, null);
  }

  /**
   * A group without workers: an executor runs each task.
   *
   * @param executor must hand tasks to other threads
   */
  public WorkerGroup(String name, int size, @Nullable Executor executor) {
    if (size < 1) {
      throw new IllegalArgumentException(
          "the queue of worker group " + name + " cannot hold " + size + " tasks");
    }
    this.name = name;
    this.size = size;
    this.executor = executor;
    this.queue = new MpmcAtomicArrayQueue<>(Math.max(2, size));
  }

  public String name() {
    return name;
  }

  /** The most tasks that wait. */
  public int size() {
    return size;
  }

  /** How many tasks wait now. */
  public int queued() {
    return places.get();
  }

  /** How many tasks were taken in. */
  public long accepted() {
    return accepted.sum();
  }

  /** How many tasks were refused because the queue was full. */
  public long refused() {
    return refused.sum();
  }

  /** How many tasks have thrown. */
  public long failed() {
    return failed.sum();
  }

  /**
   * Takes a place for a task that {@link #runReserved} or {@link #release} must follow.
   *
   * @return false if the queue is full; that is counted
   */
  public boolean reserve() {
    int taken = places.get();
    while (taken < size) {
      if (places.compareAndSet(taken, taken + 1)) {
        return true;
      }
      taken = places.get();
    }
    refused.increment();
    if (!fullReported) {
      fullReported = true;
      WorkerLog.LOG.full(name, size);
    }
    return false;
  }

  /** Gives a reserved place back. */
  public void release() {
    places.decrementAndGet();
    fullReported = false;
  }

  /** Hands in the task that a place was reserved for. */
  public void runReserved(Runnable task) {
    accepted.increment();
    // The array has room for every place; it may say no for as long as a taker is half-way.
    while (!queue.offer(task)) {
      Thread.onSpinWait();
    }
    if (executor == null) {
      waiting.release();
    } else {
      executor.execute(this::runNext);
    }
  }

  /**
   * Hands in a task.
   *
   * @return false if the queue is full; that is counted
   */
  public boolean submit(Runnable task) {
    if (!reserve()) {
      return false;
    }
    runReserved(task);
    return true;
  }

  /**
   * Hands in a task, as {@link #submit} does.
   *
   * @throws RejectedExecutionException if the queue is full
   */
  @Override
  public void execute(Runnable task) {
    if (!submit(task)) {
      throw new RejectedExecutionException("the queue of " + this + " is full: " + size);
    }
  }

  /**
   * Runs tasks on the calling thread, and waits for more, until it is told to end and interrupted.
   *
   * @param ending whether to end; asked whenever a wait was interrupted, and after each task
   */
  public void work(BooleanSupplier ending) {
    while (!ending.getAsBoolean()) {
      try {
        waiting.acquire();
        runNext();
      } catch (InterruptedException e) { // by the end of the application, or left by a route
        Thread.interrupted();
      }
    }
  }

  /**
   * As {@link #work}, but looks for tasks again and again instead of waiting for them.
   *
   * @param pauseNanos between two looks that find nothing; 0 for as short as the system can
   */
  public void poll(BooleanSupplier ending, long pauseNanos) {
    while (!ending.getAsBoolean()) {
      if (waiting.tryAcquire()) {
        runNext();
      } else {
        LockSupport.parkNanos(Math.max(1, pauseNanos));
        Thread.interrupted();
      }
    }
  }

  private void runNext() {
    Runnable task = queue.poll();
    while (task == null) { // handed in by now, but the one before it is still being written
      Thread.onSpinWait();
      task = queue.poll();
    }
    release();
    try {
      task.run();
    } catch (Throwable t) { // one task's fault must not end the worker
      failed.increment();
      WorkerLog.LOG.taskFailed(name, t);
    }
  }

  @Override
  public String toString() {
    return "worker group " + name;
  }
}
