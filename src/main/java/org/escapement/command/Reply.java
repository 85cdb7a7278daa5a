package org.escapement.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command answers: one value, several, or none, as Kamailio's RPC has it. A value is a
 * {@code Map} with texts as keys, a {@code List}, a {@code String}, a {@code Long}, a {@code
 * Double}, or null. Immutable.
 */
public final class Reply {

  private static final Reply NOTHING = new Reply(List.of());

  private final List<@Nullable Object> values;

  private Reply(List<@Nullable Object> values) {
    this.values = Collections.unmodifiableList(values);
  }

  /** No value. */
  public static Reply nothing() {
    return NOTHING;
  }

  /**
   * One value or several. Maps keep their order; whole numbers become {@code Long}, other numbers
   * {@code Double}, truth values 1 and 0.
   *
   * @throws IllegalArgumentException for a value of any other class
   */
  public static Reply of(@Nullable Object... values) {
    return new Reply(list(Arrays.asList(values)));
  }

  /** Each element of a list as a value of its own. */
  public static Reply each(List<?> values) {
    return new Reply(list(values));
  }

  /** The values, each as described above. */
  public List<@Nullable Object> values() {
    return values;
  }

  private static @Nullable Object value(@Nullable Object given) {
    if (given instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((name, value) -> copy.put(String.valueOf(name), value(value)));
      return Collections.unmodifiableMap(copy);
    }
    if (given instanceof List<?> list) {
      return Collections.unmodifiableList(list(list));
    }
    if (given instanceof Integer || given instanceof Short || given instanceof Byte) {
      return ((Number) given).longValue();
    }
    if (given instanceof Float number) {
      return number.doubleValue();
    }
    if (given instanceof Boolean yes) {
      return yes ? 1L : 0L;
    }
    if (given == null
        || given instanceof String
        || given instanceof Long
        || given instanceof Double) {
      return given;
    }
    throw new IllegalArgumentException("a reply cannot hold a " + given.getClass().getName());
  }

  private static List<@Nullable Object> list(List<?> given) {
    List<@Nullable Object> copy = new ArrayList<>(given.size());
    given.forEach(value -> copy.add(value(value)));
    return copy;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Reply reply && values.equals(reply.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
