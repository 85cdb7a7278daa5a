package org.escapement.parameter;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.escapement.config.Catalogue;
import org.escapement.config.Configuration;
import org.escapement.config.CoreParameter;
import org.escapement.parameter.Origin.Kind;
import org.escapement.text.Nearest;
import org.escapement.text.Problems;

/**
 * The core parameters, and those that a configuration defines in groups of its own, with what they
 * have now.
 *
 * <p>A parameter has the value of the source with the highest precedence: defaults, the
 * configuration file, JNDI, MicroProfile Config, changes while the server runs.
 *
 * <p>Thread-safe. The methods that take a name look it up and throw IllegalArgumentException, with
 * the nearest names, for one that does not exist or is of another type; on a hot path obtain a
 * handle once, by {@link #intParameter} or {@link #boolParameter}.
 */
public final class CoreParameters {

  private final Catalogue catalogue;
  private final Store store = new Store();

  /** All with their defaults. */
  public CoreParameters(Catalogue catalogue) {
    this.catalogue = catalogue;
    for (CoreParameter definition : catalogue.all()) {
      Setting byDefault = SettingReader.byDefault(definition);
      store.add(i -> new Parameter(store, i, Parameter.CORE, definition, byDefault));
    }
  }

  /** The parameters of the core, in the order of the catalogue. */
  public List<Parameter> all() {
    return store.all().stream().filter(Parameter::isCore).toList();
  }

  /** All values of this moment. */
  public Snapshot snapshot() {
    return store.snapshot();
  }

  /** A parameter of the core by its name or an alias. */
  public Optional<Parameter> find(String name) {
    return Optional.ofNullable(store.find(Parameter.CORE, name));
  }

  /** A parameter that the configuration defines, such as {@code find("shaper", "rate")}. */
  public Optional<Parameter> find(String group, String name) {
    return Optional.ofNullable(store.find(group, name));
  }

  /** A parameter of the core that must exist. */
  public Parameter get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no core parameter '"
                        + name
                        + "'; "
                        + Nearest.advice("parameter", name, catalogue.names())));
  }

  /** A handle on a whole number, level, duration or switch. */
  public IntParameter intParameter(String name) {
    Parameter parameter = get(name);
    CoreParameter definition = parameter.definition();
    boolean numeric = definition.isInt() || definition.isBool() || definition.words().contains("0");
    if (definition.repeatable() || !numeric) {
      throw mismatch(parameter, "no number");
    }
    return new IntParameter(parameter);
  }

  /** A handle on a switch. */
  public BoolParameter boolParameter(String name) {
    Parameter parameter = get(name);
    if (!parameter.definition().isBool()) {
      throw mismatch(parameter, "no switch");
    }
    return new BoolParameter(parameter);
  }

  /** The number that a parameter has now, in the catalogue's unit; 0 when it has none. */
  public int intValue(String name) {
    return intParameter(name).getAsInt();
  }

  /** Whether a switch is on. */
  public boolean bool(String name) {
    return boolParameter(name).getAsBoolean();
  }

  /** The duration that a parameter has now. */
  public Duration duration(String name) {
    Parameter parameter = get(name);
    if (parameter.value() instanceof Duration duration) {
      return duration;
    }
    throw mismatch(parameter, "no duration");
  }

  /** The level that a parameter has now. */
  public Level level(String name) {
    Parameter parameter = get(name);
    if (parameter.value() instanceof Level level) {
      return level;
    }
    throw mismatch(parameter, "no level");
  }

  /** The text of a string, word, path or route; empty when it has none, or names no route. */
  public Optional<String> text(String name) {
    Parameter parameter = get(name);
    Object value = parameter.value();
    if (value == null && isTextual(parameter.definition())) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw mismatch(parameter, "no text");
  }

  private static boolean isTextual(CoreParameter definition) {
    return definition.isText() && !definition.repeatable();
  }

  /**
   * The values of a parameter that can be set more than once.
   *
   * @param type of each: {@link org.escapement.config.SocketAddress} for alias, {@link
   *     org.escapement.config.ListenSpec} for listen, {@link AsyncGroup} for async_workers_group,
   *     {@link org.escapement.config.Statement.Flag} for flags, Integer for socket_workers, String
   *     for mcast, and the other statements for those named like them
   */
  public <T> List<T> list(String name, Class<T> type) {
    Parameter parameter = get(name);
    if (parameter.value() instanceof List<?> values && values.stream().allMatch(type::isInstance)) {
      return values.stream().map(type::cast).toList();
    }
    throw mismatch(parameter, "no list of " + type.getSimpleName());
  }

  private static IllegalArgumentException mismatch(Parameter parameter, String what) {
    return new IllegalArgumentException(
        "the core parameter "
            + parameter.name()
            + " is "
            + what
            + ": its type is "
            + parameter.definition().type());
  }

  /**
   * Has an observer told when a parameter of the core has got another value, with the old one and
   * the new one. It runs in the thread of whoever changed it, one change after the other; it must
   * be quick and wait for nobody. What it throws is logged.
   */
  public Observation onChange(String name, Consumer<Change> observer) {
    return store.observe(get(name), observer);
  }

  /** As {@link #onChange(String, Consumer)}, for any parameter. */
  public Observation onChange(Parameter parameter, Consumer<Change> observer) {
    return store.observe(parameter, observer);
  }

  /**
   * Takes what a configuration file sets; the configuration has been read without an error.
   *
   * @param problems receives what is wrong with it beyond the forms of its values
   */
  public void load(Configuration configuration, Problems problems) {
    Map<Parameter, Setting> settings =
        new FileSettings(this, Kind.FILE, problems).of(configuration);
    store.change(() -> settings.forEach(Parameter::set));
  }

  /** A parameter of a group of the configuration's own; the first definition of a name stays. */
  Parameter define(String group, CoreParameter definition) {
    Parameter known = store.find(group, definition.name());
    if (known != null) {
      return known;
    }
    int bracket = group.indexOf('[');
    Parameter base =
        bracket < 0 ? null : store.find(group.substring(0, bracket), definition.name());
    Setting none = Setting.none(Origin.DEFAULT);
    return store.add(
        i ->
            base == null
                ? new Parameter(store, i, group, definition, none)
                : Parameter.instance(store, i, group, base));
  }

  Store store() {
    return store;
  }
}
