package org.escapement.config;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** The names that the preprocessor knows. Not thread-safe. */
final class Defines {

  /** What Kamailio 6.0, whose language this is, defines by itself. */
  private static final Map<String, String> PREDEFINED =
      Map.of(
          "KAMAILIO_6",
          "",
          "KAMAILIO_6_0",
          "",
          "KAMAILIO_6_0_0",
          "",
          "KAMAILIO_VERSION",
          "6000000",
          "OS_NAME",
          '"' + System.getProperty("os.name", "").toLowerCase(Locale.ROOT) + '"');

  private final Map<String, Define> byName = new HashMap<>();
  private final Report report;

  /**
   * @param given from outside the file; they cannot be defined again without {@code redefine}
   */
  Defines(Map<String, String> given, Report report) {
    this.report = report;
    PREDEFINED.forEach((name, value) -> put(name, value, Position.of("predefined " + name)));
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

  /** Notes that a module is loaded: {@code MOD_name} is defined from there on. */
  void noteModule(String path, Position position) {
    String name = "MOD_" + ModuleChecks.nameOf(path);
    if (!has(name)) {
      put(name, "", position);
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
