package org.escapement.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that a mistyped one was probably meant to be. */
public final class Nearest {

  private static final int MOST = 3;

  private Nearest() {}

  /**
   * The known names that differ from {@code name} in at most a third of its letters, nearest first.
   *
   * @return at most three names
   */
  public static List<String> names(String name, Collection<String> known) {
    int limit = Math.max(1, name.length() / 3);
    String wanted = name.toLowerCase(Locale.ROOT);
    record Candidate(String name, int distance) {}
    return known.stream()
        .filter(k -> Math.abs(k.length() - name.length()) <= limit)
        .map(k -> new Candidate(k, distance(wanted, k.toLowerCase(Locale.ROOT))))
        .filter(c -> c.distance <= limit)
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /**
   * Advice for an unknown name: the nearest known ones, or all of them when none is near.
   *
   * @param kind what the names name, such as {@code attribute}
   */
  public static String advice(String kind, String name, Collection<String> known) {
    List<String> near = names(name, known);
    if (!near.isEmpty()) {
      return "did you mean " + String.join(" or ", near) + '?';
    }
    if (known.isEmpty()) {
      return "there is no " + kind + " yet";
    }
    return "the known ones are "
        + known.stream().sorted().limit(20).reduce((a, b) -> a + ", " + b).orElse("");
  }

  /** Levenshtein's distance in which two letters changed over count as one change. */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] free = beforeLast;
      beforeLast = last;
      last = row;
      row = free;
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && changedOver(a, i, b, j)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
    }
    return row[b.length()];
  }

  private static boolean changedOver(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
