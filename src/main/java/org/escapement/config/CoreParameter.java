package org.escapement.config;

import java.util.List;

/**
 * A core parameter as the table of core parameters has it.
 *
 * @param type such as {@code int s}, {@code bool} or {@code string}
 * @param allowed its range or its words, in the table's notation; may be empty
 */
record CoreParameter(String name, List<String> aliases, String type, String allowed) {

  boolean isInt() {
    return type.equals("level")
        || type.equals("bits")
        || (type.startsWith("int") && !type.contains(" or "));
  }

  boolean isBool() {
    return type.equals("bool");
  }

  /** Whether its value is text, in quotes or bare. */
  boolean isText() {
    return switch (type) {
      case "string", "path", "path list", "attrs", "header", "pvstring", "route", "char" -> true;
      default -> false;
    };
  }

  /** The words that are allowed, or none when the table does not list them all. */
  List<String> words() {
    return type.equals("enum") && allowed.matches("\\w+(\\|\\w+)*")
        ? List.of(allowed.split("\\|"))
        : List.of();
  }

  /** Least value of an int. */
  long least() {
    int dots = allowed.indexOf("..");
    if (allowed.startsWith(">=")) {
      return Long.parseLong(allowed.substring(2));
    }
    return dots < 0 ? Integer.MIN_VALUE : Long.parseLong(allowed.substring(0, dots));
  }

  /** Greatest value of an int. */
  long greatest() {
    int dots = allowed.indexOf("..");
    return dots < 0 ? Integer.MAX_VALUE : Long.parseLong(allowed.substring(dots + 2));
  }
}
