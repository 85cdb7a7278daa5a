package org.escapement.bench.shaping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.escapement.bench.Report;
import org.escapement.bench.RunOptions;
import org.escapement.bench.Targets;
import org.escapement.bench.server.BenchServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./bench shaping}. */
@Command(
    name = "shaping",
    mixinStandardHelpOptions = true,
    description =
        "a burst of 200 calls and 150 calls/s for 10 s, shaped to 100 calls/s: when they leave, through"
            + " the shaper and through the classic recipe of slices")
public final class ShapingCommand implements Callable<Integer> {

  private static final int RATE = 100;
  private static final long BURST_SPACING_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private static final String OURS = "Escapement";
  private static final Phase WARM_UP = new Phase("warm-up", 200, BURST_SPACING_NANOS);
  private static final List<Phase> PHASES =
      List.of(
          new Phase("burst of 200", 200, BURST_SPACING_NANOS),
          new Phase("150/s for 10 s", 1_500, SECOND / 150));
  private static final List<Phase> QUICK =
      List.of(
          new Phase("burst of 100", 100, BURST_SPACING_NANOS),
          new Phase("150/s for 2 s", 300, SECOND / 150));

  @Mixin private final RunOptions options = new RunOptions();

  @Override
  public Integer call() throws Exception {
    Report report = new Report("shaping");
    try (Callee callee = new Callee();
        ShaperServer shaper = ShaperServer.start(RATE, callee.address(), report::progress);
        BenchServer classic = BenchServer.start("SHAPING", report::progress)) {
      Map<String, Integer> ports = new LinkedHashMap<>();
      ports.put(OURS, shaper.sipPort());
      ports.put("classic slices (2 workers, 100 ms)", classic.sipPort());
      for (int round = 0; round <= options.rounds(); round++) {
        for (Phase phase : round == 0 ? List.of(WARM_UP) : options.quick() ? QUICK : PHASES) {
          for (Map.Entry<String, Integer> subject : ports.entrySet()) {
            String series = "r" + round + 'p' + phase.calls() + 's' + subject.getValue();
            Map<String, Object> row =
                phase.measure(subject.getKey(), subject.getValue(), callee, series);
            row.put("round", round);
            if (round > 0) {
              report.add(row);
            }
          }
        }
      }
    }
    List<String> keys = List.of("phase", "subject");
    report.print(
        keys,
        List.of(
            "fullest_1s",
            "fullest_100ms",
            "spacing_mean_ms",
            "spacing_sd_ms",
            "spacing_error_p99_ms",
            "offered",
            "delivered",
            "overtaken",
            "repeated_by_caller",
            "repeated_to_callee"));
    Targets targets = report.targets();
    for (Phase phase : options.quick() ? QUICK : PHASES) {
      Map<String, String> ours = Map.of("subject", OURS, "phase", phase.name());
      String what = OURS + ", " + phase.name() + ": ";
      targets.atMost(what + "fullest second", targets.median("fullest_1s", ours), RATE);
      targets.atLeast(what + "delivered", targets.median("delivered", ours), phase.calls());
      targets.atMost(what + "overtaken", targets.median("overtaken", ours), 0);
    }
    report.print(targets);
    report.write("ms", true, keys, List.of("spacing_sd_ms", "spacing_error_p99_ms"));
    return 0;
  }
}
