package org.escapement.bench.scale;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.escapement.bench.lateness.CLibrary;
import org.escapement.clock.ClockId;
import org.escapement.clock.EventLoop;
import org.escapement.clock.HybridWaiter;
import org.escapement.clock.LoopCounters;
import org.escapement.clock.SpinBudget;
import org.escapement.clock.SystemClocks;
import org.escapement.clock.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * 100,000 timers of a second, with an accuracy of a millisecond, on one loop set up as a server's.
 */
final class ManyTimers {

  static final String SUBJECT = "Escapement, 100,000 timers of 1 s on one loop";

  private static final int TIMERS = 100_000;
  private static final long INTERVAL_MICROS = 1_000_000;
  private static final long ACCURACY_MICROS = 1_000;
  private static final long LOOP_ACCURACY_NANOS = 50_000;
  private static final double SPIN_CORES = 0.5;
  private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Histogram lateness = new Histogram(LONGEST_NANOS, 3);
  private volatile boolean measuring;

  Map<String, Object> measure(long warmUpMillis, long measureMillis) throws InterruptedException {
    EventLoop loop =
        EventLoop.builder()
            .waiter(
                new HybridWaiter(
                    SystemClocks.MONOTONIC, LOOP_ACCURACY_NANOS, new SpinBudget(SPIN_CORES)))
            .build();
    long first = loop.now(ClockId.MONOTONIC) + INTERVAL_MICROS;
    Random random = new Random(1);
    for (int i = 0; i < TIMERS; i++) {
      long time = first + random.nextInt((int) INTERVAL_MICROS);
      loop.addTime(ClockId.MONOTONIC, time, ACCURACY_MICROS, this::elapsed, null);
    }
    Thread thread = new Thread(loop::run, "event loop");
    thread.start();
    TimeUnit.MILLISECONDS.sleep(warmUpMillis);
    long cpu = CLibrary.processCpuNanos();
    long begin = System.nanoTime();
    LoopCounters before = loop.counters();
    measuring = true;
    TimeUnit.MILLISECONDS.sleep(measureMillis);
    measuring = false;
    LoopCounters after = loop.counters();
    double seconds = (System.nanoTime() - begin) / 1e9;
    double cpuPercent = (CLibrary.processCpuNanos() - cpu) / 1e7 / seconds;
    loop.exit(0);
    thread.join();
    return row(before, after, seconds, cpuPercent);
  }

  /** The monotonic clock that the times belong to is {@link System#nanoTime}. */
  private int elapsed(TimeSource source, long micros, @Nullable Object unused) {
    if (measuring) {
      long late = System.nanoTime() - micros * 1_000;
      lateness.recordValue(Math.max(0, Math.min(late, LONGEST_NANOS)));
    }
    source.setTime(micros + INTERVAL_MICROS);
    source.setEnabled(TimeSource.Mode.ONESHOT);
    return 0;
  }

  private Map<String, Object> row(
      LoopCounters before, LoopCounters after, double seconds, double cpuPercent) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", SUBJECT);
    row.put("p50_us", lateness.getValueAtPercentile(50) / 1e3);
    row.put("p99_us", lateness.getValueAtPercentile(99) / 1e3);
    row.put("p999_us", lateness.getValueAtPercentile(99.9) / 1e3);
    row.put("max_us", lateness.getMaxValue() / 1e3);
    row.put("runs_per_s", Math.rint((after.dispatched() - before.dispatched()) / seconds));
    row.put("wakeups_per_s", Math.rint((after.wakeUps() - before.wakeUps()) / seconds));
    row.put("cpu_percent", Math.rint(cpuPercent * 100) / 100);
    return row;
  }
}
