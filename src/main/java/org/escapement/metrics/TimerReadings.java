package org.escapement.metrics;

import java.util.HashMap;
import java.util.Map;
import org.escapement.clock.NanoClock;
import org.escapement.timer.Distribution;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerStats;
import org.jspecify.annotations.Nullable;

/**
 * The timers' statistics for readers that ask for one number at a time: copied at most once a
 * second, however many ask.
 *
 * <p>Thread-safe. Keeps some 200 KB for each timer, from the first reading on.
 */
public final class TimerReadings {

  private static final long FRESH_NANOS = 1_000_000_000;
  private static final long WINDOW_NANOS = 60_000_000_000L;

  /**
   * One timer at the moment of the last copy.
   *
   * @param stats of each worker
   * @param total of all of them
   */
  private record Reading(TimerStats stats, TimerStats.Worker total) {}

  /** Of the window, made once for all who ask for one of their figures. */
  private record Spreads(Distribution lateness, Distribution runTime) {}

  private static final Spreads NONE = new Spreads(Distribution.EMPTY, Distribution.EMPTY);

  private final RouteTimers timers;
  private final NanoClock clock;
  private final Map<String, Spreads> recent = new HashMap<>();
  private Map<String, Reading> now = Map.of();
  private Map<String, Reading> windowBegin = Map.of();
  private Map<String, Reading> nextWindowBegin = Map.of();
  private long readNanos;
  private long windowNanos;
  private boolean read;

  public TimerReadings(RouteTimers timers, NanoClock clock) {
    this.timers = timers;
    this.clock = clock;
  }

  /** All workers of a timer together; null if there is no such timer. */
  public synchronized TimerStats.@Nullable Worker total(String timer) {
    Reading reading = fresh().get(timer);
    return reading == null ? null : reading.total();
  }

  /** One worker; null if there is none. */
  public synchronized TimerStats.@Nullable Worker worker(String timer, int worker) {
    Reading reading = fresh().get(timer);
    return reading == null || worker >= reading.stats().workers().size()
        ? null
        : reading.stats().workers().get(worker);
  }

  /**
   * How late a timer's loop runs of the last one to two minutes began, or since the last reading if
   * that is longer ago.
   */
  public synchronized Distribution recentLateness(String timer) {
    return recent(timer).lateness();
  }

  /** How long they took. */
  public synchronized Distribution recentRunTime(String timer) {
    return recent(timer).runTime();
  }

  private Spreads recent(String timer) {
    Reading reading = fresh().get(timer);
    return reading == null
        ? NONE
        : recent.computeIfAbsent(timer, name -> recent(reading, windowBegin.get(name)));
  }

  private static Spreads recent(Reading now, @Nullable Reading begin) {
    return new Spreads(
        since(now.total().lateness(), begin == null ? null : begin.total().lateness()),
        since(now.total().runTime(), begin == null ? null : begin.total().runTime()));
  }

  /** A timer that was removed and added again has fewer durations than before. */
  private static Distribution since(Distribution now, @Nullable Distribution begin) {
    return begin == null || now.count() < begin.count() ? now : now.since(begin);
  }

  private Map<String, Reading> fresh() {
    long at = clock.nanos();
    if (read && at - readNanos < FRESH_NANOS) {
      return now;
    }
    Map<String, Reading> next = new HashMap<>();
    for (TimerControl timer : timers.list()) {
      TimerStats stats = timer.stats();
      TimerStats.Worker total =
          stats.workers().size() == 1 ? stats.workers().get(0) : stats.total();
      next.put(timer.name(), new Reading(stats, total));
    }
    now = next;
    recent.clear();
    if (!read || at - windowNanos >= WINDOW_NANOS) {
      windowBegin = nextWindowBegin;
      nextWindowBegin = next;
      windowNanos = at;
    }
    read = true;
    readNanos = at;
    return now;
  }
}
