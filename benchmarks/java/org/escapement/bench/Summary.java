package org.escapement.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The rows of a report, those of one subject and setting taken together over the rounds.
 *
 * @param keys the fields that tell what was measured
 * @param measures the fields that hold figures
 */
record Summary(List<String> keys, List<String> measures, List<Line> lines) {

  /** One subject with one setting. */
  record Line(List<String> keys, Map<String, Spread> figures) {}

  static Summary of(List<Map<String, Object>> rows, List<String> keys, List<String> measures) {
    Map<List<String>, List<Map<String, Object>>> groups = new LinkedHashMap<>();
    for (Map<String, Object> row : rows) {
      List<String> key = keys.stream().map(k -> String.valueOf(row.get(k))).toList();
      groups.computeIfAbsent(key, same -> new ArrayList<>()).add(row);
    }
    List<Line> lines = new ArrayList<>();
    groups.forEach((key, group) -> lines.add(new Line(key, figures(group, measures))));
    return new Summary(keys, measures, lines);
  }

  private static Map<String, Spread> figures(
      List<Map<String, Object>> rows, List<String> measures) {
    Map<String, Spread> figures = new LinkedHashMap<>();
    for (String measure : measures) {
      List<Double> values =
          rows.stream()
              .map(row -> row.get(measure))
              .filter(Objects::nonNull)
              .map(value -> ((Number) value).doubleValue())
              .toList();
      if (!values.isEmpty()) {
        figures.put(measure, Spread.of(values));
      }
    }
    return figures;
  }

  /** As a table in Markdown: medians, with the least and the greatest figure behind them. */
  String table() {
    List<List<String>> cells = new ArrayList<>();
    List<String> head = new ArrayList<>(keys);
    head.addAll(measures);
    cells.add(head);
    for (Line line : lines) {
      List<String> row = new ArrayList<>(line.keys());
      for (String measure : measures) {
        Spread spread = line.figures().get(measure);
        row.add(spread == null ? "" : spread.toString());
      }
      cells.add(row);
    }
    return Table.of(cells);
  }
}
