package org.escapement.module;

import static java.util.stream.Collectors.toCollection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.escapement.config.Configuration;
import org.escapement.config.Statement.LoadModule;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/** The modules that an application has, by name. Immutable. */
public final class Modules {

  private final Map<String, Module> byName = new LinkedHashMap<>();

  /**
   * Takes the modules.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public Modules(Iterable<? extends Module> modules) {
    for (Module module : modules) {
      Module other = byName.putIfAbsent(module.name(), module);
      if (other != null) {
        throw new IllegalArgumentException(
            "two modules are named "
                + module.name()
                + ": "
                + other.getClass().getName()
                + " and "
                + module.getClass().getName());
      }
    }
  }

  /**
   * These and others.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  Modules with(Collection<Module> others) {
    return others.isEmpty()
        ? this
        : new Modules(Stream.concat(byName.values().stream(), others.stream()).toList());
  }

  public Set<String> names() {
    return byName.keySet().stream().collect(toCollection(LinkedHashSet::new));
  }

  /**
   * Hands the modules that are loaded, and the implicit ones, what the configuration sets for them.
   * One that is loaded and is not among these has been reported by whoever looked for it.
   *
   * @param application empty to check the configuration without it
   * @return those modules, in the order in which they are loaded; those that are only implicit
   *     first
   */
  public List<Module> configure(
      Configuration configuration, Optional<Application> application, Problems problems) {
    Map<String, Position> loads = new LinkedHashMap<>();
    for (LoadModule load : configuration.modules()) {
      loads.put(load.module(), load.path().position());
    }
    Dependencies dependencies = new Dependencies(byName);
    List<Module> used =
        Stream.concat(
                dependencies.implicit(loads.keySet()).stream(),
                loads.keySet().stream().filter(byName::containsKey).map(byName::get))
            .toList();
    dependencies.check(used, loads, problems);
    for (Module module : used) {
      module.configure(
          new Settings(configuration.parametersOf(module.name()), application, problems));
    }
    return used;
  }
}
