package org.escapement.bench.lateness;

import java.util.List;
import java.util.Map;
import org.escapement.bench.Targets;
import org.escapement.timer.ExecutorKind;

/** What timers of type sync with threads of their own are to reach. */
final class LatenessTargets {

  private static final double P50_MICROS = 1;
  private static final double P99_MICROS = 20;
  private static final double RATIO = 20;
  private static final double WITHIN_PERIOD_PERCENT = 99.9;

  private LatenessTargets() {}

  static Targets of(Targets targets) {
    for (String accuracy : List.of("1us", "50us")) {
      String subject = new RouteTimerSubject(ExecutorKind.DEDICATED, accuracy).name();
      of(targets, subject);
    }
    return targets;
  }

  private static void of(Targets targets, String subject) {
    Map<String, Object> at100us = Map.of("subject", subject, "interval_us", 100L);
    targets.atMost(subject + ", 100 us: p50, us", targets.median("p50_us", at100us), P50_MICROS);
    double lost = targets.median("lost", at100us);
    double due = targets.median("ticks", at100us) + lost;
    targets.atLeast(
        subject + ", 100 us: % within their period", 100 * (1 - lost / due), WITHIN_PERIOD_PERCENT);
    precise(targets, subject, 1_000, 10);
    precise(targets, subject, 10_000, 2);
    Map<String, Object> at100ms = Map.of("subject", subject, "interval_us", 100_000L);
    targets.atMost(subject + ", 100 ms: % of a core", targets.median("cpu_percent", at100ms), 1);
    double sleeper =
        targets.median(
            "p50_us", Map.of("subject", LoopSubject.DEFAULT_SLACK, "interval_us", 1_000L));
    double ours = targets.median("p50_us", Map.of("subject", subject, "interval_us", 1_000L));
    targets.atLeast(
        "p50 of clock_nanosleep by that of " + subject + ", 1 ms", sleeper / ours, RATIO);
  }

  private static void precise(Targets targets, String subject, long micros, double cpuPercent) {
    Map<String, Object> where = Map.of("subject", subject, "interval_us", micros);
    String what = subject + ", " + micros / 1_000 + " ms: ";
    targets.atMost(what + "p50, us", targets.median("p50_us", where), P50_MICROS);
    targets.atMost(what + "p99, us", targets.median("p99_us", where), P99_MICROS);
    targets.atMost(what + "% of a core", targets.median("cpu_percent", where), cpuPercent);
  }
}
