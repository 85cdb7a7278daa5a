package org.escapement.variable.builtin;

import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What a variable has before it is set: {@code name=i:5} or {@code name=s:text}, as the parameters
 * varset and shvset of Kamailio's module pv have it.
 *
 * @param value a {@link Long} or a {@link String}
 */
public record InitialValue(String name, Object value) {

  /** What a variable has that nobody set. */
  public static final Long NONE = 0L;

  private static final String FORM = "write name=i:number or name=s:text";

  /**
   * Reads one.
   *
   * @return null when something is wrong, which has been reported
   */
  public static @Nullable InitialValue read(PlacedText placed, Problems problems) {
    String text = placed.text();
    int equals = text.indexOf('=');
    String name = equals < 0 ? "" : text.substring(0, equals).strip();
    String value = text.substring(equals + 1).stripLeading();
    if (name.isEmpty() || !(value.startsWith("i:") || value.startsWith("s:"))) {
      problems.add(placed.position(), "'" + text + "' is no initial value", FORM);
      return null;
    }
    String rest = value.substring(2);
    if (value.startsWith("s:")) {
      return new InitialValue(name, rest);
    }
    try {
      return new InitialValue(name, Long.valueOf(rest.strip()));
    } catch (NumberFormatException e) {
      problems.add(
          placed.at(text.length() - rest.length()), "'" + rest + "' is no whole number", FORM);
      return null;
    }
  }
}
