package org.escapement.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The targets of a benchmark, and whether the medians over the rounds have reached them. */
public final class Targets {

  private final List<Map<String, Object>> rows;
  private final List<List<String>> cells = new ArrayList<>();

  Targets(List<Map<String, Object>> rows) {
    this.rows = List.copyOf(rows);
    cells.add(List.of("what", "target", "median", ""));
  }

  /** The median of a figure over the rows with these fields; NaN if there is none. */
  public double median(String measure, Map<String, ?> fields) {
    List<Double> values =
        rows.stream()
            .filter(row -> row.entrySet().containsAll(fields.entrySet()))
            .map(row -> row.get(measure))
            .filter(Objects::nonNull)
            .map(value -> ((Number) value).doubleValue())
            .toList();
    return values.isEmpty() ? Double.NaN : Spread.of(values).median();
  }

  /** A figure that is to be no greater than a limit; left out if it is NaN. */
  public void atMost(String what, double figure, double limit) {
    add(what, "≤ " + Spread.number(limit), figure, figure <= limit);
  }

  /** A figure that is to be no less than a limit; left out if it is NaN. */
  public void atLeast(String what, double figure, double limit) {
    add(what, "≥ " + Spread.number(limit), figure, figure >= limit);
  }

  private void add(String what, String target, double figure, boolean reached) {
    if (!Double.isNaN(figure)) {
      cells.add(List.of(what, target, Spread.number(figure), reached ? "reached" : "MISSED"));
    }
  }

  /** As a table in Markdown; empty without any figure. */
  String table() {
    return cells.size() > 1 ? Table.of(cells) : "";
  }
}
