package org.escapement.bench;

import java.util.ArrayList;
import java.util.List;

/** Lays out tables in Markdown. */
final class Table {

  private Table() {}

  /** A table of cells, line by line, the first being the head. */
  static String of(List<List<String>> cells) {
    StringBuilder text = new StringBuilder();
    List<Integer> widths = new ArrayList<>();
    for (int column = 0; column < cells.get(0).size(); column++) {
      int at = column;
      widths.add(cells.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
    }
    for (int i = 0; i < cells.size(); i++) {
      for (int column = 0; column < widths.size(); column++) {
        text.append("| ").append(cells.get(i).get(column));
        text.append(" ".repeat(widths.get(column) - cells.get(i).get(column).length() + 1));
      }
      text.append("|\n");
      if (i == 0) {
        widths.forEach(width -> text.append("| ").append("-".repeat(width)).append(' '));
        text.append("|\n");
      }
    }
    return text.toString();
  }
}
