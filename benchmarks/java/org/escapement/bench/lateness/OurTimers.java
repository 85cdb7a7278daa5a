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
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerRegistry;
import org.escapement.timer.TimerType;
import org.escapement.timer.WorkerBody;

/** Route timers on what they run on in a server, but with plain threads. */
public final class OurTimers implements AutoCloseable {

  /** As in a server. */
  private static final double SPIN_CORES = 0.5;

  private static final long LOOP_ACCURACY_NANOS = 50_000;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private static final ThreadFactory DAEMONS =
      task -> {
        Thread thread = new Thread(task, "escapement");
        thread.setDaemon(true);
        return thread;
      };

  private final SpinBudget budget = new SpinBudget(SPIN_CORES);
  private final EventLoop loop =
      EventLoop.builder()
          .waiter(new HybridWaiter(SystemClocks.MONOTONIC, LOOP_ACCURACY_NANOS, budget))
          .build();
  private final ExecutorService tasks = Executors.newFixedThreadPool(2, DAEMONS);
  private final TimerRegistry timers = new TimerRegistry(environment());

  /** Begins with no timer. */
  public OurTimers() {
    DAEMONS.newThread(loop::run).start();
    timers.start();
  }

  private TimerEnvironment environment() {
    return new TimerEnvironment(
        SystemClocks::of,
        (clock, accuracyNanos) -> new HybridWaiter(clock, accuracyNanos, budget),
        loop::alarms,
        (identity, task) -> DAEMONS.newThread(task).start(),
        tasks,
        NativeThreadId.ofPlatform(),
        TimerEnvironment.DEFAULT_DEDICATED_BOUND);
  }

  /** Adds a timer of type sync with one route, which begins at once. */
  public TimerControl add(
      String name,
      long intervalMicros,
      String accuracy,
      MissedPolicy missed,
      ExecutorKind executor,
      int workers,
      WorkerBody body) {
    return timers.add(
        new TimerDefinition(
            name,
            TimerType.SYNC,
            Interval.parse(intervalMicros + "us"),
            workers,
            0,
            1,
            Interval.parse(accuracy),
            missed,
            ClockId.MONOTONIC,
            executor,
            true,
            null,
            "tick",
            null,
            Position.of("benchmark")),
        context -> body);
  }

  /** Ends all timers. */
  @Override
  public void close() {
    timers.stop(STOP_LIMIT);
    loop.exit(0);
    tasks.shutdown();
  }
}
