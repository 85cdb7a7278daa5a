package org.escapement.module;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.escapement.module.ProcessStatus.State;
import org.escapement.timer.NativeThreadId;
import org.jspecify.annotations.Nullable;

/**
 * One worker: initialised by the modules, then its task. Its methods may be called by any thread.
 */
final class WorkerProcess implements Runnable {

  /** What happens on the worker's thread. */
  interface Course {
    /** Before the task; what it throws ends the worker. */
    void initialise();

    /** Waits until the task may begin. */
    void awaitReady() throws InterruptedException;

    void task();
  }

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Workers.Kind kind;
  private final int order;
  private final int rank;
  private final String name;

  /** Given up at the end: the server may hold on to a task that has run, and must not hold us. */
  private volatile @Nullable Course course;

  private final NativeThreadId ids;
  private final ProcessTable table;
  private final Instant started = Instant.now();
  private final CountDownLatch initialised = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile State state = State.STARTING;
  private volatile long pid = ProcessHandle.current().pid();
  private volatile @Nullable RuntimeException failure;
  private volatile long finalCpuNanos;

  /** Guarded by this, so that an interrupt cannot hit what the thread does after the worker. */
  private @Nullable Thread thread;

  private boolean interrupted;

  WorkerProcess(
      Workers.Kind kind,
      int rank,
      String name,
      Course course,
      NativeThreadId ids,
      ProcessTable table) {
    this.kind = kind;
    this.order = table.nextOrder();
    this.rank = rank;
    this.name = name;
    this.course = course;
    this.ids = ids;
    this.table = table;
  }

  @Override
  public void run() {
    synchronized (this) {
      thread = Thread.currentThread();
      if (interrupted) {
        thread.interrupt();
      }
    }
    pid = ids.current();
    Course mine = Objects.requireNonNull(course, "a worker runs once");
    try {
      if (initialise(mine)) {
        mine.awaitReady();
        state = State.RUNNING;
        mine.task();
        state = State.ENDED;
      }
    } catch (InterruptedException e) { // the application ends before it was ready
      state = State.ENDED;
    } catch (Throwable t) { // a worker's fault must not end the server's thread
      state = State.FAILED;
      ModuleLog.LOG.workerFailed(name, Rank.text(rank), t);
    } finally {
      leave();
    }
  }

  private boolean initialise(Course course) {
    try {
      course.initialise();
      state = State.READY;
      return true;
    } catch (RuntimeException e) {
      failure = e;
      state = State.FAILED;
      return false;
    } finally {
      initialised.countDown();
    }
  }

  private void leave() {
    synchronized (this) {
      finalCpuNanos = cpuNanos(thread);
      thread = null;
      Thread.interrupted();
    }
    table.remove(this);
    course = null;
    initialised.countDown();
    ended.countDown();
  }

  static long cpuNanos(@Nullable Thread thread) {
    if (thread == null || !THREADS.isThreadCpuTimeSupported()) {
      return 0;
    }
    return Math.max(0, THREADS.getThreadCpuTime(thread.getId()));
  }

  /** Interrupts the worker, or makes it begin interrupted. */
  synchronized void interrupt() {
    interrupted = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Counted down when the modules have initialised it, or could not. */
  CountDownLatch initialised() {
    return initialised;
  }

  CountDownLatch ended() {
    return ended;
  }

  /** Why it could not be initialised. */
  @Nullable RuntimeException failure() {
    return failure;
  }

  Workers.Kind kind() {
    return kind;
  }

  String name() {
    return name;
  }

  int rank() {
    return rank;
  }

  ProcessStatus status() {
    long cpu;
    synchronized (this) {
      cpu = thread == null ? finalCpuNanos : cpuNanos(thread);
    }
    return new ProcessStatus(order, pid, rank, name, started, state, Duration.ofNanos(cpu));
  }
}
