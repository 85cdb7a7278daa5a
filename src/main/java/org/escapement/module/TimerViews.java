package org.escapement.module;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.timer.Distribution;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerStats;
import org.escapement.timer.TimerStatus;
import org.jspecify.annotations.Nullable;

/** What commands show of a timer. */
final class TimerViews {

  private static final double[] PERCENTILES = {50, 90, 99, 99.9};
  private static final double NANOS_PER_MICRO = 1_000;

  /** For the documentation. */
  static final Map<String, Object> EXAMPLE =
      members(
          List.of(
              "type",
              "interval",
              "nworkers",
              "ntasks",
              "nslices",
              "start",
              "loop",
              "end",
              "workers"),
          3L,
          "100ms",
          1L,
          1000L,
          80L,
          "QUEUE_START",
          "QUEUE_LOOP",
          "",
          List.of(
              members(
                  List.of(
                      "worker", "pid", "ntasks", "tasks", "nslices", "slice", "paused", "croute"),
                  0L,
                  4711L,
                  1000L,
                  12L,
                  80L,
                  7L,
                  0L,
                  "loop")));

  /** For the documentation. */
  static final Map<String, Object> EXAMPLE_STATISTICS =
      members(
          List.of("loop", "ticks", "missed", "overruns", "errors", "lateness_us", "run_us"),
          "QUEUE_LOOP",
          6000L,
          0L,
          0L,
          0L,
          members(
              List.of("min", "mean", "p50", "p90", "p99", "p99.9", "max"),
              0.3,
              2.1,
              1.8,
              3.2,
              6.9,
              14.6,
              211.0),
          members(
              List.of("min", "mean", "p50", "p90", "p99", "p99.9", "max"),
              1.9,
              3.0,
              2.8,
              3.6,
              7.5,
              21.2,
              90.1));

  private TimerViews() {}

  private static Map<String, Object> members(List<String> names, Object... values) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      map.put(names.get(i), values[i]);
    }
    return map;
  }

  /** Definition and workers, as Kamailio's {@code ptimer.list}. */
  static Object listing(TimerControl timer) {
    TimerStatus status = timer.status();
    TimerDefinition definition = status.definition();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", definition.type().code());
    view.put("interval", definition.interval().toString());
    view.put("nworkers", definition.nworkers());
    view.put("ntasks", definition.ntasks());
    view.put("nslices", definition.nslices());
    view.put("start", route(definition.start()));
    view.put("loop", definition.loop());
    view.put("end", route(definition.end()));
    view.put("workers", status.workers().stream().map(TimerViews::worker).toList());
    return view;
  }

  private static String route(@Nullable String name) {
    return name == null ? "" : name;
  }

  private static Map<String, Object> worker(TimerStatus.Worker worker) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("worker", worker.worker());
    view.put("pid", worker.pid());
    view.put("ntasks", worker.ntasks());
    view.put("tasks", worker.tasks());
    view.put("nslices", worker.nslices());
    view.put("slice", worker.slice());
    view.put("paused", worker.paused());
    view.put("croute", worker.state().name().toLowerCase(Locale.ROOT));
    return view;
  }

  /** Counts and durations over all workers. */
  static Object statistics(TimerControl timer) {
    TimerStats.Worker total = timer.stats().total();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("loop", timer.definition().loop());
    view.put("ticks", total.ticks());
    view.put("missed", total.missed());
    view.put("overruns", total.overruns());
    view.put("errors", total.errors());
    view.put("lateness_us", durations(total.lateness()));
    view.put("run_us", durations(total.runTime()));
    return view;
  }

  private static Map<String, Object> durations(Distribution distribution) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("min", micros((double) distribution.minNanos()));
    view.put("mean", micros(distribution.meanNanos()));
    for (double percentile : PERCENTILES) {
      String name = "p" + String.valueOf(percentile).replace(".0", "");
      view.put(name, micros((double) distribution.percentileNanos(percentile)));
    }
    view.put("max", micros((double) distribution.maxNanos()));
    return view;
  }

  /** Microseconds to one decimal. */
  private static double micros(double nanos) {
    return Math.round(nanos / NANOS_PER_MICRO * 10) / 10.0;
  }
}
