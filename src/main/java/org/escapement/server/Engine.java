package org.escapement.server;

import java.time.Duration;
import java.util.List;
import org.escapement.clock.ClockId;
import org.escapement.clock.EventLoop;
import org.escapement.clock.HybridWaiter;
import org.escapement.clock.NativeAccess;
import org.escapement.clock.SpinBudget;
import org.escapement.clock.SystemClocks;
import org.escapement.command.CommandTable;
import org.escapement.config.SocketAddress;
import org.escapement.message.WorkerState;
import org.escapement.module.ModuleContext;
import org.escapement.parameter.CoreParameters;
import org.escapement.route.RouteTable;
import org.escapement.timer.NativeThreadId;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerRegistry;

/**
 * What the timers run on in a server: its managed threads, the system's clocks, and an event loop
 * for those that share one.
 */
final class Engine {

  /** All precise waiting together takes at most this share of a core. */
  private static final double SPIN_CORES = 0.5;

  /** The loop's own part of a timer's lateness, 50 µs: the accuracy that timers have by default. */
  private static final long LOOP_ACCURACY_NANOS = 50_000;

  private final ManagedThreads threads;
  private final EventLoop loop;
  private final TimerRegistry timers;

  Engine(ManagedThreads threads) {
    SpinBudget budget = new SpinBudget(SPIN_CORES);
    this.threads = threads;
    this.loop =
        EventLoop.builder()
            .name("escapement")
            .waiter(new HybridWaiter(SystemClocks.MONOTONIC, LOOP_ACCURACY_NANOS, budget))
            .build();
    threads.start("escapement event loop", loop::run);
    this.timers =
        new TimerRegistry(
            new TimerEnvironment(
                SystemClocks::of,
                (clock, accuracyNanos) -> new HybridWaiter(clock, accuracyNanos, budget),
                loop::alarms,
                threads,
                threads.shortTasks(),
                NativeThreadId.ofPlatform(),
                TimerEnvironment.DEFAULT_DEDICATED_BOUND));
  }

  TimerRegistry timers() {
    return timers;
  }

  ModuleContext context(
      CommandTable commands,
      CoreParameters parameters,
      RouteTable routes,
      WorkerState.Store states,
      List<SocketAddress> aliases) {
    return new ModuleContext(
        commands,
        parameters,
        timers,
        routes,
        states,
        SystemClocks.MONOTONIC,
        loop.alarms(ClockId.MONOTONIC),
        threads.shortTasks(),
        aliases);
  }

  void start() {
    timers.start();
    ServerLog.LOG.started(timers.list().size());
  }

  void stop(Duration exitTimeout) {
    timers.stop(exitTimeout);
    loop.exit(0);
    NativeAccess.end();
  }
}
