package org.escapement.bench.scale;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.escapement.bench.Report;
import org.escapement.bench.RunOptions;
import org.escapement.bench.Targets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./bench scale}. */
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    description =
        "arming, cancelling and memory at 1,000 to 1,000,000 timers, beside Agrona, Netty and the JDK;"
            + " 100,000 timers of a second on one loop; wake-ups for overlapping windows")
public final class ScaleCommand implements Callable<Integer> {

  private static final int WARM_UP_TIMERS = 10_000;

  /**
   * Some ticks of Netty's wheel, in a quick run too: what it defers to its next tick is part of the
   * cost, and would be left out of a shorter one.
   */
  private static final long MEASURE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private static final double MOST_BYTES = 200;
  private static final double LEAST_PAIRS = 3e6;

  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--timers",
      split = ",",
      paramLabel = "N",
      defaultValue = "1000,10000,100000,1000000",
      description = "how many timers are armed (default: ${DEFAULT-VALUE})")
  private List<Integer> sizes = List.of();

  @Override
  public Integer call() throws Exception {
    Report report = new Report("scale");
    for (Keeper.Kind kind : Keepers.all()) {
      new Throughput(WARM_UP_TIMERS, MEASURE_NANOS).measure(kind);
    }
    for (int round = 1; round <= options.rounds(); round++) {
      for (int timers : sizes) {
        Throughput throughput = new Throughput(timers, MEASURE_NANOS);
        for (Keeper.Kind kind : Keepers.all()) {
          add(report, throughput.measure(kind), round);
        }
      }
      add(report, options.quick() ? many(1_500, 1_500) : many(3_000, 8_000), round);
      add(report, new Overlap().measure(), round);
    }
    List<String> keys = List.of("timers", "subject");
    report.print(keys, List.of("new_pairs_per_s", "scattered_pairs_per_s", "bytes_per_timer"));
    List<String> subject = List.of("subject");
    report.print(
        subject, List.of("p50_us", "p99_us", "p999_us", "max_us", "wakeups_per_s", "cpu_percent"));
    report.print(subject, List.of("wakeups", "groups"));
    report.print(targets(report.targets()));
    report.write(
        "pairs of arming and cancelling a second",
        true,
        keys,
        List.of("new_pairs_per_s", "scattered_pairs_per_s"));
    return 0;
  }

  private Targets targets(Targets targets) {
    for (int timers : sizes) {
      Map<String, Object> ours = Map.of("subject", Keepers.OURS, "timers", timers);
      Map<String, Object> netty = Map.of("subject", Keepers.NETTY, "timers", timers);
      String what = Keepers.OURS + ", " + timers + ": ";
      targets.atMost(what + "bytes each", targets.median("bytes_per_timer", ours), MOST_BYTES);
      double pairs = targets.median("new_pairs_per_s", ours);
      targets.atLeast(what + "new pairs/s", pairs, LEAST_PAIRS);
      targets.atLeast(
          what + "new pairs by Netty's", pairs / targets.median("new_pairs_per_s", netty), 1);
      targets.atLeast(
          what + "scattered pairs by Netty's",
          targets.median("scattered_pairs_per_s", ours)
              / targets.median("scattered_pairs_per_s", netty),
          1);
    }
    Map<String, String> many = Map.of("subject", ManyTimers.SUBJECT);
    targets.atMost("100,000 timers of 1 s: p99, us", targets.median("p99_us", many), 1_000);
    targets.atMost("the same: % of a core", targets.median("cpu_percent", many), 60);
    targets.atMost(
        "overlapping windows: wake-ups", targets.median("wakeups", Map.of()), Overlap.GROUPS);
    return targets;
  }

  private static Map<String, Object> many(long warmUpMillis, long measureMillis)
      throws InterruptedException {
    return new ManyTimers().measure(warmUpMillis, measureMillis);
  }

  private static void add(Report report, Map<String, Object> row, int round) {
    row.put("round", round);
    report.add(row);
  }
}
