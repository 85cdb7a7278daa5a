package org.escapement.bench;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.escapement.timer.TickBenchmark;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./bench tick}: runs {@link TickBenchmark} by JMH. A round is a fork. */
@Command(
    name = "tick",
    mixinStandardHelpOptions = true,
    description = "our cost of a tick around an empty route, and the bytes it allocates (JMH)")
public final class TickCommand implements Callable<Integer> {

  private static final int WARM_UP_SECONDS = 3;
  private static final int SECONDS = 5;
  private static final String BYTES = "gc.alloc.rate.norm";
  private static final String BYTES_PER_TICK = "bytes_per_tick";
  private static final double MOST_NANOS = 200;

  /** JMH's profiler counts what it allocates itself. */
  private static final double NO_BYTES = 0.01;

  @Mixin private final RunOptions options = new RunOptions();

  @Override
  public Integer call() throws RunnerException, IOException {
    Report report = new Report("tick");
    report.progress("JMH runs; it says nothing until it is done");
    Options jmh =
        new OptionsBuilder()
            .include(TickBenchmark.class.getName())
            .forks(options.rounds())
            .warmupIterations(options.quick() ? 1 : WARM_UP_SECONDS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(options.quick() ? 1 : SECONDS)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(jmh).run();
    results.forEach(result -> addRows(report, result));
    List<String> measures = List.of("ns_per_tick", BYTES_PER_TICK);
    report.print(List.of("subject"), measures);
    Targets targets = report.targets();
    for (String subject : List.of("Escapement dedicated", "Escapement shared")) {
      Map<String, String> where = Map.of("subject", subject);
      targets.atMost(subject + ", ns", targets.median("ns_per_tick", where), MOST_NANOS);
      targets.atMost(subject + ", bytes", targets.median(BYTES_PER_TICK, where), NO_BYTES);
    }
    report.print(targets);
    report.write("ns a tick", false, List.of("subject"), List.of("ns_per_tick"));
    return 0;
  }

  private static void addRows(Report report, RunResult result) {
    String label = result.getPrimaryResult().getLabel();
    int round = 1;
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      int iteration = 1;
      for (IterationResult seconds : fork.getIterationResults()) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("subject", "Escapement " + label);
        row.put("ns_per_tick", seconds.getPrimaryResult().getScore());
        row.put(
            BYTES_PER_TICK, requireNonNull(seconds.getSecondaryResults().get(BYTES)).getScore());
        row.put("iteration", iteration++);
        row.put("round", round);
        report.add(row);
      }
      round++;
    }
  }
}
