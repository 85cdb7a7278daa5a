package org.escapement.metrics;

import org.escapement.timer.Distribution;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerStats;

/** A timer as JMX sees it; percentiles are of the last one to two minutes. Thread-safe. */
final class TimerBean implements TimerMXBean {

  private final TimerControl timer;
  private final TimerReadings readings;

  TimerBean(TimerControl timer, TimerReadings readings) {
    this.timer = timer;
    this.readings = readings;
  }

  private TimerStats.Worker total() {
    TimerStats.Worker total = readings.total(timer.name());
    return total == null ? timer.stats().total() : total;
  }

  private Distribution lateness() {
    return readings.recentLateness(timer.name());
  }

  private Distribution runTime() {
    return readings.recentRunTime(timer.name());
  }

  @Override
  public String getName() {
    return timer.name();
  }

  @Override
  public String getInterval() {
    return timer.definition().interval().text();
  }

  @Override
  public int getWorkers() {
    return timer.definition().nworkers();
  }

  @Override
  public int getRunningWorkers() {
    return (int) timer.status().workers().stream().filter(worker -> !worker.paused()).count();
  }

  @Override
  public long getTicks() {
    return total().ticks();
  }

  @Override
  public long getMissed() {
    return total().missed();
  }

  @Override
  public long getOverruns() {
    return total().overruns();
  }

  @Override
  public long getErrors() {
    return total().errors();
  }

  @Override
  public long getLatenessP50Nanos() {
    return lateness().percentileNanos(50);
  }

  @Override
  public long getLatenessP99Nanos() {
    return lateness().percentileNanos(99);
  }

  @Override
  public long getLatenessMaxNanos() {
    return lateness().maxNanos();
  }

  @Override
  public long getRunTimeP50Nanos() {
    return runTime().percentileNanos(50);
  }

  @Override
  public long getRunTimeP99Nanos() {
    return runTime().percentileNanos(99);
  }

  @Override
  public long getRunTimeMaxNanos() {
    return runTime().maxNanos();
  }
}
