package org.escapement.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.escapement.timer.Distribution;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerStats;

/** What is measured of a timer and its workers. */
final class TimerMeters {

  private final TimerReadings readings;

  TimerMeters(TimerReadings readings) {
    this.readings = readings;
  }

  List<Meter> of(TimerControl timer) {
    String name = timer.name();
    List<Meter> meters = new ArrayList<>();
    meters.add(total(Measure.TIMER_TICKS, name, TimerStats.Worker::ticks));
    meters.add(total(Measure.TIMER_MISSED, name, TimerStats.Worker::missed));
    meters.add(total(Measure.TIMER_OVERRUNS, name, TimerStats.Worker::overruns));
    meters.add(total(Measure.TIMER_ERRORS, name, TimerStats.Worker::errors));
    Map<String, String> tags = Map.of("timer", name);
    meters.add(
        Meter.histogram(
            Measure.TIMER_LATENESS,
            tags,
            () -> readings.recentLateness(name),
            () -> {
              TimerStats.Worker now = readings.total(name);
              return now == null ? Distribution.EMPTY : now.lateness();
            }));
    meters.add(
        Meter.histogram(
            Measure.TIMER_RUN_TIME,
            tags,
            () -> readings.recentRunTime(name),
            () -> {
              TimerStats.Worker now = readings.total(name);
              return now == null ? Distribution.EMPTY : now.runTime();
            }));
    for (int worker = 0; worker < timer.definition().nworkers(); worker++) {
      addWorker(meters, timer, worker);
    }
    return meters;
  }

  private Meter total(Measure measure, String timer, ToLongFunction<TimerStats.Worker> value) {
    return Meter.of(
        measure,
        Map.of("timer", timer),
        () -> {
          TimerStats.Worker now = readings.total(timer);
          return now == null ? 0 : value.applyAsLong(now);
        });
  }

  private void addWorker(List<Meter> meters, TimerControl timer, int worker) {
    Map<String, String> tags = Map.of("timer", timer.name(), "worker", String.valueOf(worker));
    meters.add(worker(Measure.WORKER_TICKS, tags, timer, worker, TimerStats.Worker::ticks));
    meters.add(worker(Measure.WORKER_MISSED, tags, timer, worker, TimerStats.Worker::missed));
    meters.add(worker(Measure.WORKER_ERRORS, tags, timer, worker, TimerStats.Worker::errors));
    meters.add(
        Meter.of(
            Measure.WORKER_RUNNING,
            tags,
            () -> timer.status().workers().get(worker).paused() ? 0 : 1));
  }

  private Meter worker(
      Measure measure,
      Map<String, String> tags,
      TimerControl timer,
      int worker,
      ToLongFunction<TimerStats.Worker> value) {
    return Meter.of(
        measure,
        tags,
        () -> {
          TimerStats.Worker now = readings.worker(timer.name(), worker);
          return now == null ? 0 : value.applyAsLong(now);
        });
  }
}
