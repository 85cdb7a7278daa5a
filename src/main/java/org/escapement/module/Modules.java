package org.escapement.module;

import static java.util.stream.Collectors.toCollection;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escapement.config.Configuration;
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

  public Set<String> names() {
    return byName.keySet().stream().collect(toCollection(LinkedHashSet::new));
  }

  /**
   * Hands the modules that a configuration loads their parameters.
   *
   * @return those modules, in the order in which they are loaded
   */
  public List<Module> configure(Configuration configuration, Problems problems) {
    List<Module> loaded =
        configuration.modules().stream().map(load -> byName.get(load.module())).toList();
    loaded.forEach(module -> module.configure(configuration.parametersOf(module.name()), problems));
    return loaded;
  }
}
