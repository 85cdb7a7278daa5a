package org.escapement.timer;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.escapement.clock.ClockId;
import org.escapement.clock.EventLoop;
import org.escapement.clock.HybridWaiter;
import org.escapement.clock.NanoClock;
import org.escapement.clock.SpinBudget;
import org.escapement.clock.SystemClocks;
import org.escapement.clock.Waiter;
import org.escapement.text.Position;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What a tick costs beside the route that it runs: the route here is empty.
 *
 * <p>Everything is real but the waiting: the clock is the system's, and is put forward to the due
 * time of the next tick, which costs nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TickBenchmark {

  private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int ACCURACY_NANOS = 1_000;
  private static final long APPROACH_NANOS = 100_000;

  private final ShiftedClock clock = new ShiftedClock();
  private final SpinBudget budget = new SpinBudget(0.5);
  private final EventLoop loop =
      EventLoop.builder().clock(ClockId.MONOTONIC, clock).waiter(new Forwarding()).build();
  private final Waiter waiter = new Forwarding();
  private final Worker dedicated = unit(ExecutorKind.DEDICATED).worker();
  private final LiveTimer.Unit shared = unit(ExecutorKind.SHARED);

  /** The system's clock, put forward. For one thread. */
  private static final class ShiftedClock implements NanoClock {

    private long shift;
    private long last;

    @Override
    public long nanos() {
      last = System.nanoTime();
      return of(last);
    }

    /** The reading for one of the system's clock. */
    long of(long nanos) {
      return nanos + shift;
    }

    /**
     * Has all readings from now on lie after this one, by the time that has passed since the last.
     */
    void forwardTo(long reading) {
      shift = reading - last;
    }
  }

  /** Puts the clock forward to just before the deadline: a real waiter then spins for one look. */
  private final class Forwarding implements Waiter {

    private final Waiter real = new HybridWaiter(SystemClocks.MONOTONIC, ACCURACY_NANOS, budget);

    @Override
    public long awaitApproach(long deadlineNanos, long nowNanos) {
      clock.forwardTo(deadlineNanos - APPROACH_NANOS);
      return clock.of(real.awaitApproach(clock.last + 1, clock.last));
    }

    @Override
    public long awaitDeadline(long deadlineNanos, long nowNanos) {
      clock.forwardTo(deadlineNanos - 1);
      return clock.of(real.awaitDeadline(clock.last + 1, clock.last));
    }

    @Override
    public void awaitWake() {
      throw new IllegalStateException("no tick is due");
    }

    @Override
    public void wake() {}
  }

  private LiveTimer.Unit unit(ExecutorKind kind) {
    TimerEnvironment environment =
        new TimerEnvironment(
            id -> clock,
            (same, accuracyNanos) -> waiter,
            loop::alarms,
            (identity, task) -> {},
            Runnable::run,
            NativeThreadId.ofProcess(),
            TimerEnvironment.DEFAULT_DEDICATED_BOUND);
    TimerDefinition definition =
        new TimerDefinition(
            "bench",
            TimerType.SYNC,
            new Interval("1s", INTERVAL_NANOS),
            1,
            0,
            1,
            new Interval("1us", ACCURACY_NANOS),
            MissedPolicy.REBASE,
            ClockId.MONOTONIC,
            kind,
            true,
            null,
            "empty",
            null,
            Position.of("benchmark"));
    List<LiveTimer.Unit> units =
        new TimerAssembler(environment, (timer, worker, route, name, e) -> {})
            .assemble(definition, context -> timer -> 1, 0)
            .units();
    return units.get(0);
  }

  /** Takes both workers through their start to the first tick. */
  @Setup
  public void begin() {
    while (dedicated.step() != Worker.Next.AT_DEADLINE) {}
    shared.driver().launch();
  }

  /** What {@link DedicatedDriver} does for a tick, its rehearsal included, except the sleep. */
  @Benchmark
  public Object dedicated() {
    waiter.awaitApproach(dedicated.deadlineNanos(), dedicated.nowNanos());
    Object rehearsed = dedicated.step();
    Thread.interrupted();
    waiter.awaitDeadline(dedicated.deadlineNanos(), dedicated.nowNanos());
    Object next = dedicated.step();
    Thread.interrupted();
    return rehearsed == next ? next : rehearsed;
  }

  /** The worker's step alone. */
  @Benchmark
  public Object step() {
    clock.forwardTo(dedicated.deadlineNanos());
    return dedicated.step();
  }

  /**
   * What the event loop and {@link SharedDriver} do for a tick of the only timer, except the sleep;
   * the step runs on the loop's own thread.
   */
  @Benchmark
  public boolean shared() {
    return loop.runOnce(Long.MAX_VALUE);
  }
}
