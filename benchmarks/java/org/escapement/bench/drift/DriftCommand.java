package org.escapement.bench.drift;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.escapement.bench.Report;
import org.escapement.bench.Targets;
import org.escapement.bench.lateness.OurTimers;
import org.escapement.timer.ExecutorKind;
import org.escapement.timer.MissedPolicy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./bench drift}. */
@Command(
    name = "drift",
    mixinStandardHelpOptions = true,
    description =
        "whether ticks stay on their grid for minutes: tick k due at t0 + k * interval, and as many"
            + " ticks as due times; beside the JDK's executor at a fixed rate and with a fixed delay")
public final class DriftCommand implements Callable<Integer> {

  private static final List<Long> INTERVALS_MICROS = List.of(1_000L, 10_000L, 100_000L);
  private static final List<ExecutorKind> KINDS =
      List.of(ExecutorKind.DEDICATED, ExecutorKind.SHARED);

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "10",
      description = "how long (default: ${DEFAULT-VALUE}); less than one is allowed")
  private double minutes;

  @Override
  public Integer call() throws Exception {
    Report report = new Report("drift");
    report.progress("all subjects tick beside each other for " + minutes + " minutes");
    ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    try (OurTimers timers = new OurTimers()) {
      List<Grid> ours =
          INTERVALS_MICROS.stream()
              .flatMap(micros -> KINDS.stream().map(kind -> begin(timers, kind, micros)))
              .toList();
      Grid rate = new Grid("scheduleAtFixedRate", TimeUnit.MILLISECONDS.toNanos(10));
      Grid delay = new Grid("scheduleWithFixedDelay", TimeUnit.MILLISECONDS.toNanos(10));
      var unusedRate =
          executor.scheduleAtFixedRate(
              () -> rate.tick(System.nanoTime()), 10, 10, TimeUnit.MILLISECONDS);
      var unusedDelay =
          executor.scheduleWithFixedDelay(
              () -> delay.tick(System.nanoTime()), 10, 10, TimeUnit.MILLISECONDS);
      TimeUnit.MILLISECONDS.sleep((long) (minutes * TimeUnit.MINUTES.toMillis(1)));
      ours.forEach(grid -> report.add(grid.row(System.nanoTime(), true)));
      report.add(rate.row(System.nanoTime(), false));
      report.add(delay.row(System.nanoTime(), false));
    } finally {
      executor.shutdownNow();
    }
    List<String> keys = List.of("interval_us", "subject");
    List<String> measures = List.of("expected", "fired", "drift_ticks", "off_grid");
    report.print(keys, measures);
    Targets targets = report.targets();
    for (long micros : INTERVALS_MICROS) {
      for (ExecutorKind kind : KINDS) {
        String what = name(kind) + ", " + micros / 1_000 + " ms: ";
        Map<String, Object> where = Map.of("subject", name(kind), "interval_us", micros);
        targets.atMost(what + "ticks off the grid", targets.median("off_grid", where), 0);
        targets.atMost(
            what + "ticks too many or few", Math.abs(targets.median("drift_ticks", where)), 1);
      }
    }
    report.print(targets);
    report.write("ticks too many or, below 0, too few", false, keys, List.of("drift_ticks"));
    return 0;
  }

  private static String name(ExecutorKind kind) {
    return "Escapement " + (kind == ExecutorKind.SHARED ? "shared" : "dedicated");
  }

  /**
   * Each due time that a stall of the machine has passed is run for, so that they can be counted.
   */
  private static Grid begin(OurTimers timers, ExecutorKind kind, long micros) {
    String name = name(kind);
    Grid grid = new Grid(name, TimeUnit.MICROSECONDS.toNanos(micros));
    timers.add(name + ' ' + micros, micros, "50us", MissedPolicy.BURST, kind, 1, grid);
    return grid;
  }
}
