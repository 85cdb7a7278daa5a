package org.escapement.config;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.escapement.text.Nearest;
import org.jspecify.annotations.Nullable;

/**
 * What the reader knows of names: the core parameters, further parameters, modules of Kamailio and
 * those of their parameters that they do not have here. Immutable, thread-safe.
 */
public final class Knowledge {

  private static final int LONGEST_NAME = 60;

  private final Catalogue catalogue = new Catalogue();
  private final Set<String> others;
  private final Map<String, ModuleSupport> modules = new LinkedHashMap<>();
  private final Map<String, String> purposes = new HashMap<>();
  private final Set<List<String>> otherModuleParameters;
  private final Set<String> statements = new TreeSet<>(catalogue.names());

  /**
   * @param provided names of the modules that the running application provides; names beyond
   *     Kamailio's are fine
   */
  public Knowledge(Set<String> provided) {
    this.others =
        Stream.of("other-core-parameters.txt", "former-core-parameters.txt")
            .flatMap(table -> new Table(table).rows().stream())
            .map(row -> row.get(0))
            .collect(Collectors.toUnmodifiableSet());
    new Table("kamailio-modules.csv").body().forEach(this::addModule);
    provided.forEach(module -> modules.put(module, ModuleSupport.PROVIDED));
    statements.addAll(others);
    statements.addAll(Keywords.statements());
    otherModuleParameters = Set.copyOf(new Table("other-module-parameters.csv").body());
  }

  private void addModule(List<String> row) {
    modules.put(
        row.get(0),
        switch (row.get(1)) {
          case "here" -> ModuleSupport.PLANNED;
          case "container" -> ModuleSupport.CONTAINER;
          default -> ModuleSupport.UNSUPPORTED;
        });
    purposes.put(row.get(0), String.join(",", row.subList(2, row.size())));
  }

  /** A core parameter by its name or an alias. */
  @Nullable CoreParameter parameter(String name) {
    return catalogue.find(name).orElse(null);
  }

  /** Whether Kamailio knows or knew this parameter and this application never will. */
  boolean isOther(String name) {
    return others.contains(name);
  }

  /**
   * Whether Kamailio's module of this name has this parameter, and the one that is here has not.
   */
  boolean isOther(String module, String parameter) {
    return otherModuleParameters.contains(List.of(module, parameter));
  }

  ModuleSupport module(String name) {
    return modules.getOrDefault(name, ModuleSupport.UNKNOWN);
  }

  /** What a module does, in a word or two; may be empty. */
  String purpose(String module) {
    return purposes.getOrDefault(module, "");
  }

  /** Whether a name can begin a statement. */
  boolean knowsStatement(String name) {
    return catalogue.find(name).isPresent() || others.contains(name) || name.indexOf('.') > 0;
  }

  String adviceForStatement(String name) {
    List<String> near = near(name, statements);
    if (!near.isEmpty()) {
      return "did you mean " + String.join(" or ", near) + '?';
    }
    return name.matches("[A-Za-z_]\\w{0,40}+")
        ? "take it out, or give a parameter of your own a group: group." + name + "=value"
        : "take it out";
  }

  String adviceForModule(String name) {
    List<String> near = near(name, modules.keySet());
    if (!near.isEmpty()) {
      return "did you mean " + String.join(" or ", near) + '?';
    }
    List<String> provided =
        modules.keySet().stream()
            .filter(m -> module(m) == ModuleSupport.PROVIDED)
            .sorted()
            .toList();
    return "the modules that this application has are " + String.join(", ", provided);
  }

  private static List<String> near(String name, Set<String> names) {
    return name.length() > LONGEST_NAME ? List.of() : Nearest.names(name, names);
  }
}
