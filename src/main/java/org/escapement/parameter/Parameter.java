package org.escapement.parameter;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.escapement.config.CoreParameter;
import org.escapement.parameter.Origin.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A parameter by its group and name: one of the core, whose group is {@code core}, or one that a
 * configuration defines itself. Thread-safe; what it has now is read without a lock.
 */
public final class Parameter {

  /** The group of the core parameters. */
  public static final String CORE = "core";

  private final Store store;
  private final int index;
  private final String group;
  private final CoreParameter definition;

  /** What each source says; guarded by the store's lock. */
  private final Map<Kind, Setting> settings = new EnumMap<>(Kind.class);

  private final @Nullable Parameter base;

  Parameter(Store store, int index, String group, CoreParameter definition, Setting byDefault) {
    this(store, index, group, definition, byDefault, null);
  }

  private Parameter(
      Store store,
      int index,
      String group,
      CoreParameter definition,
      @Nullable Setting byDefault,
      @Nullable Parameter base) {
    this.store = store;
    this.index = index;
    this.group = group;
    this.definition = definition;
    this.base = base;
    if (byDefault != null) {
      settings.put(Kind.DEFAULT, byDefault);
    }
  }

  /**
   * The same parameter of a further instance of its group: what the instance lacks is its base's.
   */
  static Parameter instance(Store store, int index, String group, Parameter base) {
    return new Parameter(store, index, group, base.definition, null, base);
  }

  public String group() {
    return group;
  }

  /** Its main name. */
  public String name() {
    return definition.name();
  }

  /** What is fixed about it: aliases, type, default, range, layer, effect. */
  public CoreParameter definition() {
    return definition;
  }

  /** Whether it belongs to the core. */
  public boolean isCore() {
    return group.equals(CORE);
  }

  /** What it has now. */
  public Setting setting() {
    return store.snapshot().of(this);
  }

  /** The typed value that it has now, as {@link Setting#value} describes it. */
  public @Nullable Object value() {
    return setting().value();
  }

  public String text() {
    return setting().text();
  }

  public Origin origin() {
    return setting().origin();
  }

  /** Whether something other than its default gives it its value. */
  public boolean isSet() {
    return origin().kind() != Kind.DEFAULT;
  }

  /** What it has when nothing sets it. */
  public Setting byDefault() {
    return base != null ? base.byDefault() : Objects.requireNonNull(settings.get(Kind.DEFAULT));
  }

  int index() {
    return index;
  }

  @Nullable Setting from(Kind kind) {
    return settings.get(kind);
  }

  void set(Setting setting) {
    settings.put(setting.origin().kind(), setting);
  }

  void clear(Kind kind) {
    settings.remove(kind);
  }

  /** The setting of the source with the highest precedence. */
  Setting effective() {
    Kind[] kinds = Kind.values();
    for (int i = kinds.length - 1; i >= 0; i--) {
      Setting setting = settings.get(kinds[i]);
      if (setting != null) {
        return setting;
      }
    }
    return Objects.requireNonNull(base).effective();
  }

  /** {@code core.debug}. */
  @Override
  public String toString() {
    return group + '.' + name();
  }
}
