package org.escapement.module;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.escapement.timer.NativeThreadId;
import org.escapement.timer.ThreadStarter;
import org.jspecify.annotations.Nullable;

/**
 * Starts the workers, watches them and ends them. Thread-safe; {@link #start} is called by one
 * thread at a time until {@link #awaitInitialised} has returned.
 */
public final class Workers {

  /** Who ends a worker. */
  enum Kind {
    /** A module's: ends when it is interrupted. */
    MODULE,
    /** A route timer's: begins when the application is ready, ends with the timer. */
    TIMER,
    /** The core's, which ends it itself. */
    CORE
  }

  private final StartSettings settings;
  private final ThreadStarter threads;
  private final NativeThreadId ids;
  private final Pause pause;
  private final ProcessTable table = new ProcessTable();
  private final ReadyGate gate = new ReadyGate();
  private volatile IntConsumer childInit = rank -> {};
  private volatile boolean starting = true;
  private volatile boolean stopping;
  private final long mainCpuBefore;
  private boolean workerOneSeen;

  /** Those of the start, whether they have ended or not. */
  private final List<WorkerProcess> begun = new ArrayList<>();

  public Workers(StartSettings settings, ThreadStarter threads, NativeThreadId ids, Pause pause) {
    this.settings = settings;
    this.threads = threads;
    this.ids = ids;
    this.pause = pause;
    this.mainCpuBefore = WorkerProcess.cpuNanos(Thread.currentThread());
    table.main(Duration.ZERO);
  }

  /** All workers. */
  public ProcessTable table() {
    return table;
  }

  /**
   * Starts the threads of route timers as workers of rank {@link Rank#PROC_TIMER}. Their tasks
   * begin when the application is {@link #ready}.
   */
  public ThreadStarter timerThreads() {
    return (name, task) -> start(Kind.TIMER, Rank.PROC_TIMER, name, task);
  }

  /** Starts threads of the core's own, which the modules do not initialise. */
  public ThreadStarter coreThreads() {
    return (name, task) -> start(Kind.CORE, Rank.PROC_NOCHLDINIT, name, task);
  }

  /**
   * Starts a thread that all route timers share, as in no-fork mode.
   *
   * @return runs tasks on it, one after another, until the thread is no longer needed
   */
  public OneThread sharedTimerThread() {
    OneThread shared = new OneThread();
    start(Kind.CORE, Rank.PROC_TIMER, "route timers", shared);
    return shared;
  }

  /** Holds tasks back until the application is {@link #ready}. */
  public Executor onceReady(Executor target) {
    return gate.before(target);
  }

  /** The whole application is there: held tasks begin. */
  public void ready() {
    gate.open();
  }

  /** Whether the workers are told to end. */
  boolean stopping() {
    return stopping;
  }

  /** Says what initialises a worker of a rank. */
  void initialisedBy(IntConsumer init) {
    childInit = init;
  }

  /** Starts a worker; its name is that of the managed task. */
  void start(Kind kind, int rank, String name, Runnable task) {
    boolean first = false;
    if (starting) {
      pauseFor(settings.forkDelay());
      first = rank > 0 && !workerOneSeen;
      workerOneSeen |= first;
    }
    WorkerProcess process =
        new WorkerProcess(kind, rank, name, course(kind, rank, task), ids, table);
    table.add(process);
    try {
      threads.start(name, process);
    } catch (RuntimeException e) { // the server refuses threads in ways of its own
      table.remove(process);
      throw e;
    }
    if (starting) {
      begun.add(process);
    }
    if (first && settings.waitWorker1()) {
      awaitWorkerOne(process);
    }
  }

  private WorkerProcess.Course course(Kind kind, int rank, Runnable task) {
    return new WorkerProcess.Course() {
      @Override
      public void initialise() {
        if (settings.fork() && rank != Rank.PROC_NOCHLDINIT) {
          initialiseOrReport(rank);
        }
      }

      @Override
      public void awaitReady() throws InterruptedException {
        if (kind == Kind.TIMER) {
          gate.await();
        }
      }

      @Override
      public void task() {
        task.run();
      }
    };
  }

  /** A worker that is added to a running application works though a module could not prepare it. */
  private void initialiseOrReport(int rank) {
    try {
      childInit.accept(rank);
    } catch (ModuleException e) {
      if (starting) {
        throw e;
      }
      ModuleLog.LOG.lateWorkerNotInitialised(e);
    }
  }

  private void awaitWorkerOne(WorkerProcess process) {
    Duration left = settings.waitWorker1Time();
    while (process.initialised().getCount() > 0) {
      if (left.isZero() || left.isNegative()) {
        ModuleLog.LOG.workerOneLate(process.name(), settings.waitWorker1Time().toMillis());
        return;
      }
      Duration look = settings.waitWorker1Pause();
      pauseFor(look.compareTo(left) < 0 ? look : left);
      left = left.minus(look);
    }
  }

  private void pauseFor(Duration time) {
    if (time.isZero()) {
      return;
    }
    try {
      pause.of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the start was interrupted", e);
    }
  }

  /** As the core parameter {@code modinit_delay} has it. */
  void pauseAfterModInit() {
    pauseFor(settings.modInitDelay());
  }

  /**
   * Waits until all workers are initialised.
   *
   * @throws ModuleException the first failure, in the order of starting
   */
  void awaitInitialised() {
    long deadline = System.nanoTime() + settings.childInitLimit().toNanos();
    @Nullable RuntimeException first = null;
    for (WorkerProcess process : begun) {
      if (!await(process.initialised(), deadline)) {
        throw new IllegalStateException(
            "worker "
                + process.name()
                + ", rank "
                + Rank.text(process.rank())
                + ", was not initialised within "
                + settings.childInitLimit().toSeconds()
                + " s: a module's childInit hangs");
      }
      RuntimeException failure = process.failure();
      first = first == null ? failure : first;
    }
    starting = false;
    begun.clear();
    long cpu = WorkerProcess.cpuNanos(Thread.currentThread()) - mainCpuBefore;
    table.main(Duration.ofNanos(Math.max(0, cpu)));
    if (first != null) {
      throw first;
    }
  }

  /**
   * Ends the modules' workers, the last one first: interrupts each and waits for it. Those of route
   * timers have been ended by then, unless they still wait for the application to be ready.
   *
   * @param limit the longest wait in all; zero waits without limit
   */
  void stop(Duration limit) {
    starting = false;
    stopping = true;
    long deadline = limit.isZero() ? Long.MAX_VALUE : System.nanoTime() + limit.toNanos();
    List<WorkerProcess> live = table.live();
    for (int i = live.size() - 1; i >= 0; i--) {
      WorkerProcess process = live.get(i);
      if (process.kind() == Kind.MODULE || (process.kind() == Kind.TIMER && !gate.isOpen())) {
        process.interrupt();
      }
      if (process.kind() != Kind.CORE && !await(process.ended(), deadline)) {
        ModuleLog.LOG.workerStays(process.name(), Rank.text(process.rank()));
      }
    }
  }

  private static boolean await(CountDownLatch latch, long deadlineNanos) {
    try {
      if (deadlineNanos == Long.MAX_VALUE) {
        latch.await();
        return true;
      }
      return latch.await(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
