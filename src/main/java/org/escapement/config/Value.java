package org.escapement.config;

import java.util.Locale;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** The value of a setting, with where it stands. Whether it was in quotes is kept. */
public sealed interface Value {

  /** Where it begins; of a string, its first character inside the quotes. */
  Position position();

  /** The value as text, without quotes and escapes. */
  String text();

  /** The value as text whose characters know their places, whatever escapes it was written with. */
  default PlacedText placed() {
    return PlacedText.of(text(), position());
  }

  /** A whole number. */
  record Int(long value, String text, Position position) implements Value {}

  /** A string in quotes. */
  record Text(PlacedText placed) implements Value {
    @Override
    public Position position() {
      return placed.position();
    }

    @Override
    public String text() {
      return placed.text();
    }
  }

  /** A bare word, path or address. */
  record Word(String text, Position position) implements Value {}

  /**
   * Its meaning as a switch: yes, on, true, enable, enabled, 1 and their opposites, in any case.
   *
   * @return null when it is none
   */
  default @Nullable Boolean asBoolean() {
    return switch (text().toLowerCase(Locale.ROOT)) {
      case "yes", "on", "true", "enable", "enabled", "1" -> true;
      case "no", "off", "false", "disable", "disabled", "0" -> false;
      default -> null;
    };
  }

  /**
   * The value of a text that stands outside of a file, such as a server variable's.
   *
   * @param quoted whether it is text whatever it looks like
   */
  static Value of(String text, boolean quoted, Position position) {
    if (quoted) {
      return new Text(PlacedText.of(text, position));
    }
    Long number = parseInt(text);
    return number == null ? new Word(text, position) : new Int(number, text, position);
  }

  /**
   * Reads a whole number: decimal, {@code 0x} hexadecimal, octal with a leading 0, binary with a
   * trailing b; all may be negative.
   *
   * @return null when it is none or does not fit a long
   */
  static @Nullable Long parseInt(String text) {
    try {
      boolean negative = text.startsWith("-");
      String digits = negative ? text.substring(1) : text;
      if (digits.isEmpty() || digits.charAt(0) > '9' || digits.charAt(0) < '0') {
        return null;
      }
      long value = unsigned(digits);
      return negative ? Long.valueOf(-value) : Long.valueOf(value);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static long unsigned(String digits) {
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return digits.length() > 2 && Character.digit(digits.charAt(2), 16) >= 0
          ? Long.parseLong(digits.substring(2), 16)
          : Long.parseLong(digits);
    }
    if (digits.endsWith("b")) {
      return Long.parseLong(digits.substring(0, digits.length() - 1), 2);
    }
    return digits.length() > 1 && digits.charAt(0) == '0'
        ? Long.parseLong(digits.substring(1), 8)
        : Long.parseLong(digits);
  }
}
