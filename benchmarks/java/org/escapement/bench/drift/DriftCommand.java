package org.escapement.bench.drift;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.escapement.bench.Report;
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
              .flatMap(
                  micros ->
                      List.of(ExecutorKind.DEDICATED, ExecutorKind.SHARED).stream()
                          .map(kind -> begin(timers, kind, micros)))
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
    report.write("ticks too many or, below 0, too few", false, keys, List.of("drift_ticks"));
    return 0;
  }

  /**
   * Each due time that a stall of the machine has passed is run for, so that they can be counted.
   */
  private static Grid begin(OurTimers timers, ExecutorKind kind, long micros) {
    String name = "Escapement " + (kind == ExecutorKind.SHARED ? "shared" : "dedicated");
    Grid grid = new Grid(name, TimeUnit.MICROSECONDS.toNanos(micros));
    timers.add(name + ' ' + micros, micros, "50us", MissedPolicy.BURST, kind, 1, grid);
    return grid;
  }
}
