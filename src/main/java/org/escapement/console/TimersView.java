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
import org.escapement.timer.TimerStatus;
import org.jspecify.annotations.Nullable;

/**
 * The timers as the page shows them, with the strips of the last two minutes. What they are is told
 * apart from what they did, because that changes each second and this hardly ever.
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
  private long looks;
  private Map<String, Object> figures = Map.of();

  public TimersView(RouteTimers timers, NanoClock clock) {
    this.timers = timers;
    this.clock = clock;
    this.lookedNanos = clock.nanos();
  }

  /** The sections of the page, which is to look at them in this order. */
  public List<Section> sections() {
    return List.of(Section.of("timers", this::tree), Section.of("figures", () -> figures));
  }

  /** Looks at the timers: what they are, and how they stand. */
  Object tree() {
    forgetAfterAPause();
    List<TimerControl> all = timers.list();
    Map<String, Look> now = recent.look(all.stream().map(TimerControl::stats).toList());
    past.keep(now.keySet());
    List<Object> rows = new ArrayList<>();
    List<Object> did = new ArrayList<>();
    for (TimerControl timer : all) {
      Look look = now.get(timer.name());
      if (look != null) {
        TimerStatus status = timer.status();
        rows.add(row(status));
        did.add(figures(status, look));
        past.add(timer.name(), point(look));
      }
    }
    figures = Map.of("look", looks++, "of", did);
    return rows;
  }

  /** What the timers of the last {@link #tree} did between it and the one before. */
  Map<String, Object> figures() {
    return figures;
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
    Distribution run = look.runTime();
    return List.of(
        late.percentileNanos(50),
        late.maxNanos(),
        run == null ? 0L : run.percentileNanos(50),
        run == null ? 0L : run.maxNanos(),
        look.missed());
  }

  private static Map<String, @Nullable Object> row(TimerStatus status) {
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
    return row;
  }

  /** Without names, because it goes to every tab in every second; timers.js has them. */
  private static List<@Nullable Object> figures(TimerStatus status, Look look) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(look.all().ticks());
    row.add(look.all().missed());
    row.add(look.all().overruns());
    row.add(look.all().errors());
    row.add(look.ticks());
    row.add(look.missed());
    row.add(look.errors());
    row.add(spread(look.lateness()));
    row.add(spread(look.runTime()));
    row.add(spread(look.all().lateness()));
    row.add(spread(look.all().runTime()));
    for (TimerStatus.Worker worker : status.workers()) {
      row.add(
          List.of(
              worker.slice(), worker.tasks(), worker.ticks(), worker.missed(), worker.errors()));
    }
    return row;
  }

  /** The median, what 99 % do not exceed, and the longest, in nanoseconds. */
  private static @Nullable List<Object> spread(@Nullable Distribution durations) {
    return durations == null
        ? null
        : List.of(
            durations.percentileNanos(50), durations.percentileNanos(99), durations.maxNanos());
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
