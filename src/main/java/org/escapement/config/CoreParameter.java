package org.escapement.config;

import java.util.List;

/**
 * A core parameter as the table of core parameters has it. Immutable.
 *
 * @param number its place in the table, from 1 on; 0 for one that the table lacks
 * @param name its main name in Kamailio's manner, such as {@code max_branches}
 * @param aliases further names that mean the same
 * @param type such as {@code int s}, {@code bool} or {@code string}
 * @param defaultText its value when nothing sets it; empty for none
 * @param allowed its range or its words, in the table's notation; may be empty
 * @param repeatable whether each further setting adds to those before
 * @param runtime whether it can be changed while the server runs
 * @param effect what it does here
 */
public record CoreParameter(
    int number,
    String name,
    List<String> aliases,
    String type,
    String defaultText,
    String allowed,
    boolean repeatable,
    boolean runtime,
    Layer layer,
    String effect) {

  /** Who gives a parameter its effect. */
  public enum Layer {
    /** The application. */
    APP,
    /** The Jakarta EE server, which is told. */
    SERVER,
    /** The options of the JVM. */
    JVM,
    /** The operating system, whose state is compared with the value. */
    OS,
    /** Nobody; the value can be read. */
    NONE
  }

  public CoreParameter {
    aliases = List.copyOf(aliases);
  }

  /** Whether its value is a whole number. */
  public boolean isInt() {
    return type.equals("level")
        || type.equals("bits")
        || (type.startsWith("int") && !type.equals("interface"));
  }

  public boolean isBool() {
    return type.equals("bool");
  }

  /** Whether its value is text, in quotes or bare. */
  public boolean isText() {
    return switch (type) {
      case "string",
          "path",
          "path list",
          "attrs",
          "header",
          "pvstring",
          "route",
          "char",
          "interface" ->
          true;
      default -> false;
    };
  }

  /** Whether it is set by a statement of its own form, such as {@code loadmodule}. */
  public boolean isStatement() {
    return switch (type) {
      case "hostport", "socket", "module", "modparam", "flaglist", "section" -> true;
      default -> false;
    };
  }

  /** The words that are allowed, or none when the table does not list them all. */
  public List<String> words() {
    return type.equals("enum") && allowed.matches("\\w+(\\|\\w+)*")
        ? List.of(allowed.split("\\|"))
        : List.of();
  }

  /** Least value of an int. */
  public long least() {
    int dots = allowed.indexOf("..");
    if (allowed.startsWith(">=")) {
      return Long.parseLong(allowed.substring(2));
    }
    return dots < 0 ? Integer.MIN_VALUE : Long.parseLong(allowed.substring(0, dots));
  }

  /** Greatest value of an int. */
  public long greatest() {
    int dots = allowed.indexOf("..");
    return dots < 0
        ? Integer.MAX_VALUE
        : Long.parseLong(allowed.substring(dots + 2).replaceFirst("\\D.*", ""));
  }
}
