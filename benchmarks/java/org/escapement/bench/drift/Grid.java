package org.escapement.bench.drift;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.escapement.timer.TimerContext;
import org.escapement.timer.WorkerBody;

/** The ticks of one worker, held against the grid that begins with the first of them. */
final class Grid implements WorkerBody {

  private final String subject;
  private final long intervalNanos;
  private final AtomicLong fired = new AtomicLong();
  private final AtomicLong offGrid = new AtomicLong();
  private volatile long originNanos;

  Grid(String subject, long intervalNanos) {
    this.subject = subject;
    this.intervalNanos = intervalNanos;
  }

  @Override
  public int loop(TimerContext timer) {
    tick(timer.dueNanos());
    return 1;
  }

  /** A tick that was due at that time, a reading of {@link System#nanoTime}. */
  void tick(long dueNanos) {
    long k = fired.getAndIncrement();
    if (k == 0) {
      originNanos = dueNanos;
    } else if (dueNanos != originNanos + k * intervalNanos) {
      offGrid.incrementAndGet();
    }
  }

  /**
   * What was seen up to a moment.
   *
   * @param tellsDueTimes whether the subject tells when a tick was due
   */
  Map<String, Object> row(long nowNanos, boolean tellsDueTimes) {
    long count = fired.get();
    long expected = (nowNanos - originNanos) / intervalNanos + 1;
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", subject);
    row.put("interval_us", intervalNanos / 1_000);
    row.put("expected", expected);
    row.put("fired", count);
    row.put("drift_ticks", count - expected);
    if (tellsDueTimes) {
      row.put("off_grid", offGrid.get());
    }
    return row;
  }
}
