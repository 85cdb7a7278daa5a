package org.escapement.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.escapement.text.Problems;

/** What one reading has to tell: problems and notices. Not thread-safe. */
final class Report {

  private static final int MOST_SHOWN = 40;

  private final Problems problems = new Problems();
  private final List<Notice> notices = new ArrayList<>();
  private final int most;
  private final Set<Position> places = new HashSet<>();

  Report(Limits limits) {
    this.most = limits.problems();
  }

  /**
   * Adds a problem. What is reported later for the same position only follows from it and is
   * dropped.
   *
   * @throws StopReading when there are too many to be of use
   */
  void problem(Position position, String what, String advice) {
    if (!places.add(position)) {
      return;
    }
    problems.add(position, what, advice);
    if (places.size() == most) {
      problems.add(position, "more than " + most + " problems", "correct those above first");
      throw new StopReading();
    }
  }

  /** Adds a problem that leaves no sense in reading on. */
  StopReading fatal(Position position, String what, String advice) {
    problems.add(position, what, advice);
    return new StopReading();
  }

  void notice(Severity severity, Position position, String what, String advice) {
    if (notices.size() < most) {
      notices.add(new Notice(severity, position, what, advice));
    }
  }

  /** The notices in the order of the text. */
  List<Notice> notices() {
    return inOrder(notices, Notice::position);
  }

  /** The problems in the order of the text. */
  List<Problem> problems() {
    return inOrder(problems.list(), Problem::position);
  }

  /** The problems of two lists in the order of the text, but one for each place. */
  static List<Problem> inOrder(List<Problem> first, List<Problem> further) {
    List<Problem> all = new ArrayList<>(first);
    Set<Position> taken = first.stream().map(Problem::position).collect(Collectors.toSet());
    further.stream().filter(problem -> !taken.contains(problem.position())).forEach(all::add);
    return inOrder(all, Problem::position);
  }

  /** Files in the order in which they were first met, then lines, then columns. */
  private static <T> List<T> inOrder(List<T> items, Function<T, Position> position) {
    Map<String, Integer> files = new HashMap<>();
    items.forEach(i -> files.putIfAbsent(position.apply(i).source(), files.size()));
    return items.stream()
        .sorted(
            Comparator.comparingInt((T i) -> files.getOrDefault(position.apply(i).source(), 0))
                .thenComparingInt(i -> position.apply(i).line())
                .thenComparingInt(i -> position.apply(i).column()))
        .toList();
  }

  /** A piece of a user's text for a message: one line, not too long. */
  static String excerpt(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ");
    return line.length() <= MOST_SHOWN ? line : line.substring(0, MOST_SHOWN) + "…";
  }
}
