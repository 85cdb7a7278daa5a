package org.escapement.parameter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a parameter has, or is to have. Immutable.
 *
 * @param value typed: Integer, {@link Level}, {@link java.time.Duration}, Boolean, String, or a
 *     List of records; null for none
 * @param number the value as an int, a switch as 1 or 0; 0 for none
 * @param text as a user would write it; empty for none
 */
public record Setting(@Nullable Object value, int number, String text, Origin origin) {

  static Setting none(Origin origin) {
    return new Setting(null, 0, "", origin);
  }

  static Setting list(List<?> values, Origin origin) {
    List<?> copy = List.copyOf(values);
    String text = String.join(", ", copy.stream().map(Object::toString).toList());
    return new Setting(copy, copy.size(), text, origin);
  }

  boolean sameValue(Setting other) {
    return text.equals(other.text) && (value == null) == (other.value == null);
  }
}
