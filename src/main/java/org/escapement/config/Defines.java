package org.escapement.config;

import java.util.HashMap;
import java.util.Map;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** The names that the preprocessor knows. Not thread-safe. */
final class Defines {

  private final Map<String, Define> byName = new HashMap<>();
  private final Report report;

  /**
   * @param given from outside the file; they cannot be defined again without {@code redefine}
   */
  Defines(Map<String, String> given, Report report) {
    this.report = report;
    given.forEach((name, value) -> put(name, value, Position.of("-A " + name)));
  }

  @Nullable Define find(String name) {
    return byName.get(name);
  }

  boolean has(String name) {
    return byName.containsKey(name);
  }

  void put(String name, String raw, Position position) {
    byName.put(name, new Define(name, raw, position));
  }

  /** Adds a define that must be new. */
  void add(Position at, String name, PlacedText value) {
    Define old = byName.get(name);
    if (old != null) {
      report.problem(
          at,
          "'" + name + "' is defined already, at " + old.position(),
          "use #!trydef to keep the first value or #!redefine to replace it");
    } else {
      put(name, value.text(), value.position());
    }
  }

  /** All names with their texts, as written. */
  Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    byName.forEach((name, define) -> texts.put(name, define.raw()));
    return texts;
  }

  /** Forgets a define; whether there was one. */
  boolean remove(String name) {
    return byName.remove(name) != null;
  }
}
