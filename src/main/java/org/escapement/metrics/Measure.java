package org.escapement.metrics;

import java.util.List;

/** Everything that is measured, under its name for MicroProfile Metrics. */
public enum Measure {
  TIMER_TICKS("timer.ticks", Kind.COUNTER, Unit.NONE, "Loop runs begun"),
  TIMER_MISSED("timer.missed", Kind.COUNTER, Unit.NONE, "Due times missed"),
  TIMER_OVERRUNS("timer.overruns", Kind.COUNTER, Unit.NONE, "Loop runs past the next due time"),
  TIMER_ERRORS("timer.errors", Kind.COUNTER, Unit.NONE, "Routes that ended with an exception"),
  TIMER_LATENESS("timer.lateness", Kind.HISTOGRAM, Unit.NANOSECONDS, "How late loop runs began"),
  TIMER_RUN_TIME("timer.runtime", Kind.HISTOGRAM, Unit.NANOSECONDS, "How long loop runs took"),
  WORKER_TICKS("worker.ticks", Kind.COUNTER, Unit.NONE, "Loop runs begun by the worker"),
  WORKER_MISSED("worker.missed", Kind.COUNTER, Unit.NONE, "Due times that the worker missed"),
  WORKER_ERRORS("worker.errors", Kind.COUNTER, Unit.NONE, "Routes of the worker that failed"),
  WORKER_RUNNING("worker.running", Kind.GAUGE, Unit.NONE, "1 unless the worker is paused or ended"),
  QUEUE_OFFERED("queue.offered", Kind.COUNTER, Unit.NONE, "Calls that came"),
  QUEUE_PASSED("queue.passed", Kind.COUNTER, Unit.NONE, "Calls that left for the next hop"),
  QUEUE_CANCELLED("queue.cancelled", Kind.COUNTER, Unit.NONE, "Calls that their caller gave up"),
  QUEUE_REFUSED("queue.refused", Kind.COUNTER, Unit.NONE, "Calls to a full or closed queue"),
  QUEUE_TIMED_OUT("queue.timedout", Kind.COUNTER, Unit.NONE, "Calls that waited too long"),
  QUEUE_FAILED("queue.failed", Kind.COUNTER, Unit.NONE, "Calls that could not be sent on"),
  QUEUE_WAITING("queue.waiting", Kind.GAUGE, Unit.NONE, "Calls that wait now"),
  QUEUE_SIZE("queue.size", Kind.GAUGE, Unit.NONE, "Most calls that may wait"),
  QUEUE_RATE("queue.rate", Kind.GAUGE, Unit.NONE, "Most calls that leave in a second"),
  QUEUE_LONGEST_WAIT(
      "queue.longest.wait", Kind.GAUGE, Unit.NANOSECONDS, "Longest time that a call waited"),
  STATISTIC("statistic", Kind.GAUGE, Unit.NONE, "A statistic by group and name, as kamcmd has it");

  private static final String PREFIX = "escapement.";

  /** How it behaves over time. */
  public enum Kind {
    COUNTER,
    GAUGE,
    HISTOGRAM
  }

  /** What its values are in. */
  public enum Unit {
    NONE,
    NANOSECONDS
  }

  private final String name;
  private final Kind kind;
  private final Unit unit;
  private final String help;

  Measure(String name, Kind kind, Unit unit, String help) {
    this.name = PREFIX + name;
    this.kind = kind;
    this.unit = unit;
    this.help = help;
  }

  /** Its name for MicroProfile Metrics, such as {@code escapement.timer.ticks}. */
  public String fullName() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  public Unit unit() {
    return unit;
  }

  public String help() {
    return help;
  }

  /** The names that it has at {@code /metrics}, after the rules of MicroProfile Metrics 3.0. */
  public List<String> exposedNames() {
    String base = "application_" + name.replace('.', '_');
    String seconds = unit == Unit.NANOSECONDS ? "_seconds" : "";
    return switch (kind) {
      case COUNTER -> List.of(base + "_total");
      case GAUGE -> List.of(base + seconds);
      case HISTOGRAM ->
          List.of(
              base + seconds,
              base + seconds + "_count",
              base + seconds + "_sum",
              base + "_min" + seconds,
              base + "_max" + seconds,
              base + "_mean" + seconds,
              base + "_stddev" + seconds);
    };
  }
}
