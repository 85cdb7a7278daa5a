package org.escapement.variable;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * The pseudo-variables and transformations that texts may use. Modules add theirs before the texts
 * are read. Thread-safe.
 */
public final class VariableCatalogue {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final Map<String, PseudoVariable> variables = new ConcurrentSkipListMap<>();
  private final Map<String, TransformationKind> transformations = new ConcurrentSkipListMap<>();
  private final AtomicInteger workerSlots = new AtomicInteger();

  /**
   * Adds a variable.
   *
   * @throws IllegalArgumentException if there is one of this name, or it is no name
   */
  public VariableCatalogue add(PseudoVariable variable) {
    if (!NAME.matcher(variable.name()).matches()) {
      throw new IllegalArgumentException(
          "'" + variable.name() + "' is no name of a pseudo-variable: it must match " + NAME);
    }
    if (variables.putIfAbsent(variable.name(), variable) != null) {
      throw new IllegalArgumentException("there are two pseudo-variables $" + variable.name());
    }
    return this;
  }

  /** Adds several. */
  public VariableCatalogue addAll(Collection<? extends PseudoVariable> more) {
    more.forEach(this::add);
    return this;
  }

  /**
   * Adds a transformation.
   *
   * @throws IllegalArgumentException if there is one of this name
   */
  public VariableCatalogue add(TransformationKind kind) {
    if (transformations.putIfAbsent(kind.name(), kind) != null) {
      throw new IllegalArgumentException("there are two transformations {" + kind.name() + '}');
    }
    return this;
  }

  /** A place in every {@link WorkerStore} that nobody else has. */
  public int workerSlot() {
    return workerSlots.getAndIncrement();
  }

  Optional<PseudoVariable> variable(String name) {
    return Optional.ofNullable(variables.get(name));
  }

  Optional<TransformationKind> transformation(String name) {
    return Optional.ofNullable(transformations.get(name));
  }

  /** All variables by name. */
  public List<PseudoVariable> variables() {
    return List.copyOf(variables.values());
  }

  /** All transformations by name. */
  public List<TransformationKind> transformations() {
    return List.copyOf(transformations.values());
  }

  Collection<String> variableNames() {
    return variables.keySet();
  }

  Collection<String> transformationNames() {
    return transformations.keySet();
  }
}
