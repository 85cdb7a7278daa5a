package org.escapement.module;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/** Which module needs which. Immutable. */
final class Dependencies {

  private final Map<String, Module> byName;

  Dependencies(Map<String, Module> byName) {
    this.byName = byName;
  }

  /**
   * The implicit modules that the configuration does not load, each after those among them that it
   * needs.
   *
   * @param loaded the names of those that it loads
   */
  List<Module> implicit(Set<String> loaded) {
    Set<Module> ordered = new LinkedHashSet<>();
    byName.values().forEach(module -> add(module, loaded, new LinkedHashSet<>(), ordered));
    return List.copyOf(ordered);
  }

  private void add(Module module, Set<String> loaded, Set<Module> above, Set<Module> ordered) {
    if (!module.implicit() || loaded.contains(module.name()) || !above.add(module)) {
      return;
    }
    for (String needed : module.dependencies()) {
      Module found = byName.get(needed);
      if (found != null) {
        add(found, loaded, above, ordered);
      }
    }
    ordered.add(module);
  }

  /**
   * Checks that each module comes after those that it needs; an implicit one is there wherever it
   * is loaded.
   *
   * @param used all modules, in their order
   * @param loads where those that the configuration loads stand in it
   */
  void check(List<Module> used, Map<String, Position> loads, Problems problems) {
    List<String> before = new ArrayList<>();
    used.stream().filter(Module::implicit).map(Module::name).forEach(before::add);
    for (Module module : used) {
      Position position =
          loads.getOrDefault(module.name(), Position.of(module.getClass().getName()));
      List<String> circle = circle(module);
      if (circle != null) {
        problems.add(
            position,
            "the modules " + String.join(" → ", circle) + " need each other in a circle",
            "no order can satisfy them: take one of them out");
      } else {
        module.dependencies().stream()
            .filter(needed -> !before.contains(needed))
            .forEach(needed -> missing(module, needed, position, problems));
      }
      before.add(module.name());
    }
  }

  private void missing(Module module, String needed, Position position, Problems problems) {
    problems.add(
        position,
        "the module '" + module.name() + "' needs the module '" + needed + "' before it",
        byName.containsKey(needed)
            ? "put loadmodule \"" + needed + "\" above this line"
            : "there is no such module: add the archive that has it");
  }

  /** The way from a module over what it needs back to itself; null if there is none. */
  private @Nullable List<String> circle(Module module) {
    List<String> way = new ArrayList<>(List.of(module.name()));
    return leads(module, module.name(), way, new LinkedHashSet<>()) ? way : null;
  }

  private boolean leads(Module from, String target, List<String> way, Set<String> seen) {
    for (String needed : from.dependencies()) {
      way.add(needed);
      Module next = byName.get(needed);
      if (needed.equals(target)
          || (next != null && seen.add(needed) && leads(next, target, way, seen))) {
        return true;
      }
      way.remove(way.size() - 1);
    }
    return false;
  }
}
