package org.escapement.clock;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Makes event loops. Without any setting, a loop follows the system's clocks and waits with a
 * {@link HybridWaiter} that may spin for a tenth of a core.
 */
public final class EventLoopBuilder {

  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final long WAITER_ACCURACY_NANOS = 1_000;
  private static final double WAITER_CORES = 0.1;

  private final Map<ClockId, NanoClock> clocks = new EnumMap<>(ClockId.class);
  private String name = "loop-" + NUMBERS.incrementAndGet();
  private long maxSources = Long.MAX_VALUE;
  private boolean alarmClocksArePlain;
  private WakeAlignment alignment = WakeAlignment.ofThisProcess();
  private @Nullable Waiter waiter;

  EventLoopBuilder() {}

  /** Names the loop, for the log. */
  public EventLoopBuilder name(String name) {
    this.name = name;
    return this;
  }

  /** Has the loop read a clock elsewhere than from the system. */
  public EventLoopBuilder clock(ClockId id, NanoClock clock) {
    clocks.put(id, clock);
    return this;
  }

  /** Has the loop wait with this; it must have been made for the loop's MONOTONIC clock. */
  public EventLoopBuilder waiter(Waiter waiter) {
    this.waiter = waiter;
    return this;
  }

  /** Has the loop live on a clock that is moved by hand: it is read for all plain clocks. */
  public EventLoopBuilder manual(ManualClock clock) {
    return clock(ClockId.MONOTONIC, clock)
        .clock(ClockId.REALTIME, clock)
        .clock(ClockId.BOOTTIME, clock)
        .waiter(clock.waiter());
  }

  /**
   * Bounds the number of sources that are not closed.
   *
   * @param sources at least 1
   */
  public EventLoopBuilder maxSources(long sources) {
    if (sources < 1) {
      throw new IllegalArgumentException("a loop cannot be bound to " + sources + " time sources");
    }
    maxSources = sources;
    return this;
  }

  /**
   * Has the loop treat REALTIME_ALARM as REALTIME and BOOTTIME_ALARM as BOOTTIME, though it will
   * not wake a suspended machine. Otherwise it refuses them.
   */
  public EventLoopBuilder alarmClocksAsPlain() {
    alarmClocksArePlain = true;
    return this;
  }

  /**
   * Sets the moment of the minute at which the loop prefers to wake up when it has a choice;
   * without this, all loops of the process have the same.
   *
   * @param offsetMicros in µs since a full minute of the clock, 0 up to 60,000,000
   */
  public EventLoopBuilder wakeOffset(long offsetMicros) {
    alignment = new WakeAlignment(Math.multiplyExact(offsetMicros, 1_000L));
    return this;
  }

  /** Makes the loop. */
  public EventLoop build() {
    NanoClock monotonic = clocks.getOrDefault(ClockId.MONOTONIC, SystemClocks.MONOTONIC);
    Waiter waits =
        waiter != null
            ? waiter
            : new HybridWaiter(monotonic, WAITER_ACCURACY_NANOS, new SpinBudget(WAITER_CORES));
    return new EventLoop(this, clocks, waits);
  }

  String name() {
    return name;
  }

  long maxSources() {
    return maxSources;
  }

  boolean alarmClocksArePlain() {
    return alarmClocksArePlain;
  }

  WakeAlignment alignment() {
    return alignment;
  }
}
