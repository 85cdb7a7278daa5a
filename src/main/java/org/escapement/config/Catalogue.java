package org.escapement.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.escapement.config.CoreParameter.Layer;

/** The core parameters, in the order of their numbers. Immutable, thread-safe. */
public final class Catalogue {

  private final List<CoreParameter> all;
  private final Map<String, CoreParameter> byName = new TreeMap<>();

  public Catalogue() {
    this.all = new Table("core-parameters.csv").body().stream().map(Catalogue::parameter).toList();
    for (CoreParameter parameter : all) {
      byName.put(parameter.name(), parameter);
      parameter.aliases().forEach(alias -> byName.put(alias, parameter));
    }
  }

  private static CoreParameter parameter(List<String> row) {
    return new CoreParameter(
        Integer.parseInt(row.get(0)),
        row.get(1),
        row.get(2).isEmpty() ? List.of() : List.of(row.get(2).split(" ")),
        row.get(3),
        row.get(4),
        row.get(5),
        row.get(6).equals("yes"),
        row.get(7).equals("yes"),
        Layer.valueOf(row.get(8).toUpperCase(Locale.ROOT)),
        String.join(",", row.subList(9, row.size())));
  }

  public List<CoreParameter> all() {
    return all;
  }

  /** The parameter of this name or alias. */
  public Optional<CoreParameter> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All names, aliases among them. */
  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }
}
