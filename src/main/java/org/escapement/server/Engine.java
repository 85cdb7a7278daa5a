package org.escapement.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.escapement.clock.ClockId;
import org.escapement.clock.EventLoop;
import org.escapement.clock.HybridWaiter;
import org.escapement.clock.SpinBudget;
import org.escapement.clock.SystemClocks;
import org.escapement.command.CommandTable;
import org.escapement.config.SocketAddress;
import org.escapement.message.WorkerState;
import org.escapement.module.ModuleContext;
import org.escapement.module.OneThread;
import org.escapement.module.ProcessTable;
import org.escapement.module.Processes;
import org.escapement.module.Workers;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.RouteTable;
import org.escapement.timer.NativeThreadId;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerRegistry;
import org.jspecify.annotations.Nullable;

/**
 * What the timers run on in a server: its managed threads, the system's clocks, and an event loop
 * for those that share one.
 */
final class Engine {

  /** All precise waiting together takes at most this share of a core. */
  private static final double SPIN_CORES = 0.5;

  /** The loop's own part of a timer's lateness, 50 µs: the accuracy that timers have by default. */
  private static final long LOOP_ACCURACY_NANOS = 50_000;

  private static final int LOOP_END_SECONDS = 5;

  private final ManagedThreads threads;
  private final Workers workers;
  private final EventLoop loop;
  private final CountDownLatch loopEnded = new CountDownLatch(1);
  private final @Nullable OneThread shared;
  private final TimerRegistry timers;

  /**
   * @param fork false to run all route timers on one thread
   */
  Engine(ManagedThreads threads, Workers workers, boolean fork) {
    SpinBudget budget = new SpinBudget(SPIN_CORES);
    this.threads = threads;
    this.loop =
        EventLoop.builder()
            .name("escapement")
            .waiter(new HybridWaiter(SystemClocks.MONOTONIC, LOOP_ACCURACY_NANOS, budget))
            .build();
    this.workers = workers;
    workers.coreThreads().start("event loop", this::runLoop);
    this.shared = fork ? null : workers.sharedTimerThread();
    this.timers =
        new TimerRegistry(
            new TimerEnvironment(
                SystemClocks::of,
                (clock, accuracyNanos) -> new HybridWaiter(clock, accuracyNanos, budget),
                loop::alarms,
                workers.timerThreads(),
                workers.onceReady(shared == null ? threads.shortTasks() : shared),
                NativeThreadId.ofPlatform(),
                fork ? TimerEnvironment.DEFAULT_DEDICATED_BOUND : TimerEnvironment.NO_DEDICATED));
  }

  ProcessTable processes() {
    return workers.table();
  }

  TimerRegistry timers() {
    return timers;
  }

  ModuleContext context(
      CommandTable commands,
      CoreParameters parameters,
      RouteTable routes,
      WorkerState.Store states,
      Processes processes) {
    return new ModuleContext(
        commands,
        parameters,
        timers,
        routes,
        states,
        SystemClocks.MONOTONIC,
        loop.alarms(ClockId.MONOTONIC),
        threads.shortTasks(),
        parameters.list("alias", SocketAddress.class),
        processes);
  }

  /** The application is ready: the timers' workers, which are there already, begin. */
  void ready() {
    workers.ready();
    ServerLog.LOG.started(timers.list().size());
  }

  void stopTimers(Duration exitTimeout) {
    timers.stop(exitTimeout);
  }

  void end() {
    if (shared != null) {
      shared.end();
    }
    loop.exit(0);
    try {
      if (!loopEnded.await(LOOP_END_SECONDS, TimeUnit.SECONDS)) {
        ServerLog.LOG.loopStillRuns(LOOP_END_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void runLoop() {
    try {
      loop.run();
    } finally {
      loopEnded.countDown();
    }
  }
}
