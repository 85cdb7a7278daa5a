package org.escapement.bench.lateness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.escapement.bench.Report;
import org.escapement.bench.RunOptions;
import org.escapement.bench.server.BenchServer;
import org.escapement.timer.ExecutorKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./bench lateness}. */
@Command(
    name = "lateness",
    mixinStandardHelpOptions = true,
    description =
        "how late ticks come, at 100 us, 1 ms, 10 ms and 100 ms: ours, parkNanos, the JDK's executor,"
            + " Netty, Quartz, clock_nanosleep, and in the server its executor and SIP's TimerService")
public final class LatenessCommand implements Callable<Integer> {

  private static final List<Long> INTERVALS_MICROS = List.of(100L, 1_000L, 10_000L, 100_000L);
  private static final List<Double> SECONDS = List.of(1.2, 1.7, 2.5, 3.0);
  private static final double QUICK = 0.2;

  @Mixin private final RunOptions options = new RunOptions();

  @Option(
      names = "--in-server",
      negatable = true,
      description = "measure inside the server, too (default: yes; with --quick: no)")
  private @Nullable Boolean inServer;

  @Option(
      names = "--seconds-factor",
      paramLabel = "X",
      defaultValue = "1",
      description = "measure X times as long as usual, for steadier tails")
  private double factor;

  @Option(
      names = "--intervals",
      split = ",",
      paramLabel = "US",
      defaultValue = "100,1000,10000,100000",
      description = "which of the intervals, in µs, to measure (default: ${DEFAULT-VALUE})")
  private List<Long> intervals = List.of();

  @Option(
      names = "--subjects",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "measure those whose names contain this alone")
  private String subjects = "";

  @Override
  public Integer call() throws Exception {
    Report report = new Report("lateness");
    if (inServer != null ? inServer : !options.quick()) {
      try (BenchServer server = BenchServer.start("LATENESS", report::progress)) {
        measure(report, server);
      }
    } else {
      measure(report, null);
    }
    List<String> keys = List.of("interval_us", "subject");
    report.print(
        keys, List.of("p50_us", "p99_us", "p999_us", "max_us", "ticks", "lost", "cpu_percent"));
    report.print(LatenessTargets.of(report.targets()));
    report.write("µs late", true, keys, List.of("p50_us", "p99_us", "p999_us"));
    return 0;
  }

  private void measure(Report report, @Nullable BenchServer server) throws Exception {
    for (int round = 1; round <= options.rounds(); round++) {
      for (int i = 0; i < INTERVALS_MICROS.size(); i++) {
        long interval = INTERVALS_MICROS.get(i);
        if (!intervals.contains(interval)) {
          continue;
        }
        double seconds = SECONDS.get(i) * factor * (options.quick() ? QUICK : 1);
        for (Subject subject : subjects()) {
          Measurement measurement =
              new Measurement(interval * 1_000, (long) (seconds * TimeUnit.SECONDS.toNanos(1)));
          if (subject.name().contains(subjects) && subject.reaches(measurement.intervalNanos())) {
            report.add(measurement.of(subject).row(subject.name(), interval, round));
          }
        }
        if (server != null) {
          measureInServer(report, server, interval, seconds, round);
        }
      }
    }
  }

  private static void measureInServer(
      Report report, BenchServer server, long interval, double seconds, int round)
      throws Exception {
    for (String subject : server.get("/lateness/subjects").lines().toList()) {
      String line =
          server.get(
              "/lateness/measure?subject="
                  + subject
                  + "&interval="
                  + interval
                  + "&millis="
                  + (long) (seconds * 1_000));
      if (!line.isBlank()) {
        report.add(Figures.parse(line).row("in the server: " + subject, interval, round));
      }
    }
  }

  /** Made anew for each interval, so that no thread of an earlier one is left over. */
  private static List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(new RouteTimerSubject(ExecutorKind.DEDICATED, "1us"));
    subjects.add(new RouteTimerSubject(ExecutorKind.DEDICATED, "50us"));
    subjects.add(new RouteTimerSubject(ExecutorKind.SHARED, "50us"));
    subjects.add(LoopSubject.spin());
    subjects.add(LoopSubject.parkNanos());
    subjects.add(ExecutorSubject.ofJdk());
    subjects.add(new NettySubject());
    subjects.add(new QuartzSubject());
    subjects.add(LoopSubject.clockNanosleep(0));
    subjects.add(LoopSubject.clockNanosleep(1));
    return subjects;
  }
}
