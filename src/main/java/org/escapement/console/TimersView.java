package org.escapement.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.clock.NanoClock;
import org.escapement.metrics.Recent;
import org.escapement.metrics.Recent.Look;
import org.escapement.timer.Distribution;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerStats;
import org.escapement.timer.TimerStatus;
import org.jspecify.annotations.Nullable;

/**
 * The timers as the page shows them, with the strips of the last two minutes.
 *
 * <p>Used by one thread at a time, once a second while somebody looks.
 */
public final class TimersView {

  private static final int KEPT_SECONDS = 120;

  /** After a longer pause the strips begin anew: what lies between was seen by nobody. */
  private static final long PAUSE_NANOS = 3_000_000_000L;

  private final RouteTimers timers;
  private final NanoClock clock;
  private final Past past = new Past(KEPT_SECONDS);
  private Recent recent = new Recent();
  private long lookedNanos;

  public TimersView(RouteTimers timers, NanoClock clock) {
    this.timers = timers;
    this.clock = clock;
    this.lookedNanos = clock.nanos();
  }

  /** The present state, and what the timers did since the last call. */
  public Object tree() {
    forgetAfterAPause();
    List<TimerControl> all = timers.list();
    List<TimerStats> stats = all.stream().map(TimerControl::stats).toList();
    Map<String, Look> looks = recent.look(stats);
    past.keep(looks.keySet());
    List<Object> rows = new ArrayList<>();
    for (TimerControl timer : all) {
      Look look = looks.get(timer.name());
      if (look != null) {
        rows.add(row(timer.status(), look));
        past.add(timer.name(), point(look));
      }
    }
    return rows;
  }

  /** The strips before the last call of {@link #tree}. */
  public Map<String, Object> history() {
    return past.beforeTheLast();
  }

  private void forgetAfterAPause() {
    long now = clock.nanos();
    if (now - lookedNanos > PAUSE_NANOS) {
      past.clear();
      recent = new Recent();
    }
    lookedNanos = now;
  }

  private static @Nullable Object point(Look look) {
    Distribution late = look.lateness();
    if (late == null) {
      return null;
    }
    Map<String, Object> point = new LinkedHashMap<>();
    point.put("late", List.of(late.percentileNanos(50), late.maxNanos()));
    Distribution run = look.runTime();
    point.put(
        "run", run == null ? List.of(0, 0) : List.of(run.percentileNanos(50), run.maxNanos()));
    point.put("missed", look.missed());
    return point;
  }

  private static Map<String, @Nullable Object> row(TimerStatus status, Look look) {
    TimerDefinition timer = status.definition();
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("name", timer.name());
    row.put("type", lower(timer.type()).replace('_', ' '));
    row.put("interval", timer.interval().text());
    row.put("executor", lower(timer.executor()));
    row.put("accuracy", timer.accuracy().text());
    row.put("policy", lower(timer.missed()));
    row.put("start", timer.start());
    row.put("loop", timer.loop());
    row.put("end", timer.end());
    row.put("ntasks", timer.ntasks());
    row.put("nslices", timer.nslices());
    row.put("ticks", look.all().ticks());
    row.put("missed", look.all().missed());
    row.put("overruns", look.all().overruns());
    row.put("errors", look.all().errors());
    row.put("newTicks", look.ticks());
    row.put("newlyMissed", look.missed());
    row.put("newErrors", look.errors());
    row.put("late", spread(look.lateness()));
    row.put("run", spread(look.runTime()));
    row.put("lateAll", spread(look.all().lateness()));
    row.put("runAll", spread(look.all().runTime()));
    row.put("workers", status.workers().stream().map(TimersView::worker).toList());
    return row;
  }

  private static Map<String, Object> worker(TimerStatus.Worker worker) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("worker", worker.worker());
    row.put("pid", worker.pid());
    row.put("state", lower(worker.state()));
    row.put("paused", worker.paused());
    row.put("resting", worker.resting());
    row.put("slice", worker.slice());
    row.put("tasks", worker.tasks());
    row.put("ticks", worker.ticks());
    row.put("missed", worker.missed());
    row.put("errors", worker.errors());
    return row;
  }

  private static @Nullable Map<String, Object> spread(@Nullable Distribution durations) {
    if (durations == null) {
      return null;
    }
    Map<String, Object> spread = new LinkedHashMap<>();
    spread.put("p50", durations.percentileNanos(50));
    spread.put("p99", durations.percentileNanos(99));
    spread.put("max", durations.maxNanos());
    return spread;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
