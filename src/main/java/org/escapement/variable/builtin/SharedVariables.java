package org.escapement.variable.builtin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.escapement.variable.Access;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.Reading;
import org.escapement.variable.VariableContext;

/**
 * {@code $shv(name)}: all workers share one. It is 0 until it is set, or what {@link #initial}
 * says. Thread-safe.
 */
public final class SharedVariables {

  private final Map<String, Shared> byName = new ConcurrentSkipListMap<>();

  /** Says what a variable begins with. */
  public void initial(InitialValue value) {
    shared(value.name()).value = value.value();
  }

  /** The variable. */
  public PseudoVariable make() {
    return PseudoVariable.named(
        "shv", "A variable that all workers share; 0 until it is set", "name", this::shared);
  }

  /** All that a text or the configuration names, by name. */
  public List<Shared> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Shared> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private Shared shared(String name) {
    return byName.computeIfAbsent(name, Shared::new);
  }

  /** One of them. */
  public static final class Shared implements Access {

    private final String name;
    private volatile Object value = InitialValue.NONE;

    Shared(String name) {
      this.name = name;
    }

    public String name() {
      return name;
    }

    /** A {@link Long} or a {@link String}. */
    public Object value() {
      return value;
    }

    public void set(long number) {
      value = number;
    }

    public void set(String text) {
      value = text;
    }

    @Override
    public void read(VariableContext context, Reading out) {
      out.setAny(value);
    }

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void write(VariableContext context, Reading reading) {
      Object kept = reading.value();
      value = kept == null ? InitialValue.NONE : kept;
    }
  }
}
