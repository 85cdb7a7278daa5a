package org.escapement.bench.lateness;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one measurement showed.
 *
 * @param ticks runs seen
 * @param lost due times for which no run came within their own period
 * @param cpuPercent CPU time of the whole process in per cent of one core
 */
public record Figures(
    long ticks,
    long lost,
    double p50Micros,
    double p99Micros,
    double p999Micros,
    double maxMicros,
    double cpuPercent) {

  /** The row of the report. */
  Map<String, Object> row(String subject, long intervalMicros, int round) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", subject);
    row.put("interval_us", intervalMicros);
    row.put("ticks", ticks);
    row.put("lost", lost);
    row.put("p50_us", p50Micros);
    row.put("p99_us", p99Micros);
    row.put("p999_us", p999Micros);
    row.put("max_us", maxMicros);
    row.put("cpu_percent", Math.rint(cpuPercent * 1_000) / 1_000);
    row.put("round", round);
    return row;
  }

  /** As numbers on a line, for {@link #parse}. */
  public String line() {
    return Arrays.stream(
            new double[] {ticks, lost, p50Micros, p99Micros, p999Micros, maxMicros, cpuPercent})
        .mapToObj(Double::toString)
        .collect(Collectors.joining(" "));
  }

  /** Reads a {@link #line}. */
  static Figures parse(String line) {
    double[] n = Arrays.stream(line.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Figures((long) n[0], (long) n[1], n[2], n[3], n[4], n[5], n[6]);
  }
}
