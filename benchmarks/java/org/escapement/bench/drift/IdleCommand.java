package org.escapement.bench.drift;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.escapement.bench.Report;
import org.escapement.bench.RunOptions;
import org.escapement.bench.Targets;
import org.escapement.bench.lateness.CLibrary;
import org.escapement.bench.lateness.OurTimers;
import org.escapement.bench.server.BenchServer;
import org.escapement.timer.ExecutorKind;
import org.escapement.timer.MissedPolicy;
import org.escapement.timer.TimerControl;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./bench idle}. */
@Command(
    name = "idle",
    mixinStandardHelpOptions = true,
    description = "the CPU time of timers that are paused, and of a server that has nothing to do")
public final class IdleCommand implements Callable<Integer> {

  private static final int SECONDS = 15;
  private static final int QUICK_SECONDS = 2;
  private static final int SETTLE_SECONDS = 20;
  private static final int WORKERS = 32;

  private static final String PAUSED =
      "Escapement, " + WORKERS + " dedicated and " + WORKERS + " shared, paused";
  private static final String SERVER = "server, its timer paused";

  @Mixin private final RunOptions options = new RunOptions();

  /** Reads a CPU time in nanoseconds. */
  @FunctionalInterface
  private interface CpuTime {
    long nanos() throws Exception;
  }

  @Override
  public Integer call() throws Exception {
    Report report = new Report("idle");
    try (OurTimers timers = new OurTimers();
        BenchServer server = BenchServer.start("LATENESS", report::progress)) {
      for (ExecutorKind kind : List.of(ExecutorKind.DEDICATED, ExecutorKind.SHARED)) {
        TimerControl timer =
            timers.add(kind.name(), 1_000, "50us", MissedPolicy.SKIP, kind, WORKERS, same -> 1);
        timer.pause(TimerControl.ALL);
      }
      TimeUnit.SECONDS.sleep(options.quick() ? 0 : SETTLE_SECONDS); // compilers and start-up
      for (int round = 1; round <= options.rounds(); round++) {
        report.add(measure(PAUSED, round, CLibrary::processCpuNanos));
        report.add(
            measure(SERVER, round, () -> Long.parseLong(server.get("/lateness/cpu").strip())));
      }
    }
    List<String> keys = List.of("subject");
    report.print(keys, List.of("cpu_percent"));
    Targets targets = report.targets();
    targets.atMost(
        PAUSED + ": % of a core", targets.median("cpu_percent", Map.of("subject", PAUSED)), 1);
    targets.atMost(
        SERVER + ": % of a core", targets.median("cpu_percent", Map.of("subject", SERVER)), 1);
    report.print(targets);
    report.write("% of a core", false, keys, List.of("cpu_percent"));
    return 0;
  }

  private Map<String, Object> measure(String subject, int round, CpuTime cpu) throws Exception {
    long before = cpu.nanos();
    long begin = System.nanoTime();
    TimeUnit.SECONDS.sleep(options.quick() ? QUICK_SECONDS : SECONDS);
    double share = (double) (cpu.nanos() - before) / (System.nanoTime() - begin);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", subject);
    row.put("cpu_percent", Math.rint(share * 100_000) / 1_000);
    row.put("round", round);
    return row;
  }
}
