package org.escapement.bench.lateness;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.escapement.clock.ClockId;
import org.escapement.clock.EventLoop;
import org.escapement.clock.HybridWaiter;
import org.escapement.clock.SpinBudget;
import org.escapement.clock.SystemClocks;
import org.escapement.text.Position;
import org.escapement.timer.ExecutorKind;
import org.escapement.timer.Interval;
import org.escapement.timer.MissedPolicy;
import org.escapement.timer.NativeThreadId;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerRegistry;
import org.escapement.timer.TimerType;

/** Our timers, of type sync, on what they run on in a server, but with plain threads. */
final class RouteTimerSubject implements Subject {

  /** As in a server. */
  private static final double SPIN_CORES = 0.5;

  private static final long LOOP_ACCURACY_NANOS = 50_000;

  private static final ThreadFactory DAEMONS =
      task -> {
        Thread thread = new Thread(task, "escapement");
        thread.setDaemon(true);
        return thread;
      };

  private final ExecutorKind executor;
  private final String accuracy;

  RouteTimerSubject(ExecutorKind executor, String accuracy) {
    this.executor = executor;
    this.accuracy = accuracy;
  }

  @Override
  public String name() {
    return "Escapement "
        + (executor == ExecutorKind.SHARED ? "shared" : "dedicated")
        + ", accuracy "
        + accuracy;
  }

  @Override
  public boolean reaches(long intervalNanos) {
    return true;
  }

  @Override
  public Running start(Ticks ticks) {
    SpinBudget budget = new SpinBudget(SPIN_CORES);
    EventLoop loop =
        EventLoop.builder()
            .waiter(new HybridWaiter(SystemClocks.MONOTONIC, LOOP_ACCURACY_NANOS, budget))
            .build();
    DAEMONS.newThread(loop::run).start();
    ExecutorService tasks = Executors.newFixedThreadPool(2, DAEMONS);
    TimerRegistry timers =
        new TimerRegistry(
            new TimerEnvironment(
                SystemClocks::of,
                (clock, accuracyNanos) -> new HybridWaiter(clock, accuracyNanos, budget),
                loop::alarms,
                (identity, task) -> DAEMONS.newThread(task).start(),
                tasks,
                NativeThreadId.ofPlatform(),
                TimerEnvironment.DEFAULT_DEDICATED_BOUND));
    timers.add(
        definition(ticks),
        context ->
            timer -> {
              long now = System.nanoTime();
              if (!ticks.hasOrigin()) {
                ticks.origin(timer.dueNanos());
              }
              ticks.ran(timer.dueNanos(), now);
              return 1;
            });
    timers.start();
    return () -> {
      timers.stop(Duration.ofSeconds(5));
      loop.exit(0);
      tasks.shutdown();
    };
  }

  /** A missed due time is skipped, so that the grid stays where it was. */
  private TimerDefinition definition(Ticks ticks) {
    return new TimerDefinition(
        "bench",
        TimerType.SYNC,
        Interval.parse(ticks.intervalNanos() / 1_000 + "us"),
        1,
        0,
        1,
        Interval.parse(accuracy),
        MissedPolicy.SKIP,
        ClockId.MONOTONIC,
        executor,
        true,
        null,
        "tick",
        null,
        Position.of("benchmark"));
  }
}
