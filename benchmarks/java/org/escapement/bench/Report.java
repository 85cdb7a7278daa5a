package org.escapement.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of one benchmark: collected row by row, then printed, written and drawn. */
public final class Report {

  private static final double BUSY = 0.7;

  private final String name;
  private final String machine = Machine.describe();
  private final String jdk = Machine.jdk();
  private final double load = Machine.load();
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;

  /** Begins a report; says on what it is made. */
  public Report(String name) {
    this.name = name;
    out.printf("%s: %s%n%s%nload average %.2f%n", name, machine, jdk, load);
    if (load > BUSY) {
      out.println("This machine is busy: compare figures within this run, and trust none of them.");
    }
  }

  /** The folder of all reports. */
  public static Path folder() {
    return Main.home().resolve("target/bench");
  }

  /** Says on standard error what is going on. */
  public void progress(String what) {
    err.println("  " + what);
  }

  /**
   * Adds a row.
   *
   * @param fields numbers, texts and booleans by name
   */
  public void add(Map<String, Object> fields) {
    rows.add(fields);
    progress(
        fields.entrySet().stream()
            .map(e -> e.getKey() + '=' + e.getValue())
            .collect(Collectors.joining(" ")));
  }

  /** Prints the table of those rows that have the first measure. */
  public void print(List<String> keys, List<String> measures) {
    out.println();
    out.print(summary(keys, measures).table());
  }

  /** Targets to be held against the rows so far. */
  public Targets targets() {
    return new Targets(rows);
  }

  /** Prints which targets were reached. */
  public void print(Targets targets) {
    out.println();
    out.print(targets.table());
  }

  /** Writes the rows as JSON, and the measures of each key as a plot. */
  public void write(String axis, boolean logarithmic, List<String> keys, List<String> measures)
      throws IOException {
    Files.createDirectories(folder());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("machine", machine);
    json.put("jdk", jdk);
    json.put("load", load);
    json.put("rows", rows);
    Path file = folder().resolve(name + ".json");
    Files.writeString(file, Json.of(json) + "\n", UTF_8);
    Path plot = folder().resolve(name + ".svg");
    String title = name + " · " + machine + " · " + jdk;
    Files.writeString(
        plot, new DotPlot(title, axis, logarithmic).draw(summary(keys, measures)), UTF_8);
    out.printf("%nload average at the end %.2f%n%s%n%s%n", Machine.load(), file, plot);
  }

  private Summary summary(List<String> keys, List<String> measures) {
    return Summary.of(
        rows.stream().filter(row -> row.containsKey(measures.get(0))).toList(), keys, measures);
  }
}
