package org.escapement.console;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What named things did in each of the last seconds.
 *
 * <p>Not thread-safe.
 */
final class Past {

  private final int seconds;
  private final Map<String, List<@Nullable Object>> points = new LinkedHashMap<>();

  /**
   * An empty past.
   *
   * @param seconds how many points are kept of each
   */
  Past(int seconds) {
    this.seconds = seconds;
  }

  /** Adds the point of the second that has just passed; null where nothing happened. */
  void add(String name, @Nullable Object point) {
    List<@Nullable Object> of = points.computeIfAbsent(name, unused -> new ArrayList<>());
    if (of.size() >= seconds) {
      of.remove(0);
    }
    of.add(point);
  }

  /** Forgets all others. */
  void keep(Collection<String> names) {
    points.keySet().retainAll(names);
  }

  void clear() {
    points.clear();
  }

  /** All points but the last, which every tab gets as the present. */
  Map<String, Object> beforeTheLast() {
    Map<String, Object> tree = new LinkedHashMap<>();
    points.forEach(
        (name, of) -> tree.put(name, new ArrayList<>(of.subList(0, Math.max(0, of.size() - 1)))));
    return tree;
  }
}
