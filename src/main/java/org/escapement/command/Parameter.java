package org.escapement.command;

import java.util.Locale;
import java.util.function.Function;

/**
 * A parameter of a command.
 *
 * @param name as JSON-RPC's named parameters have it
 * @param type what a value is turned into
 * @param presence how often it is given; those that must be given come first, one of any number
 *     last
 * @param help what it means, with its unit and range; one sentence without its full stop
 */
public record Parameter(String name, Type type, Presence presence, String help) {

  /** What a value is turned into. */
  public enum Type {
    /** A text; a number is taken by its digits. */
    TEXT,
    /** A whole number of 64 bits; a text of digits is taken as one. */
    INT,
    /** A number; a text that shows one is taken as one. */
    DOUBLE,
    /** A text, a whole number or a number, as it was given. */
    ANY
  }

  /** How often a parameter is given. */
  public enum Presence {
    ONCE,
    AT_MOST_ONCE,
    ANY_NUMBER
  }

  public static Parameter text(String name, String help) {
    return new Parameter(name, Type.TEXT, Presence.ONCE, help);
  }

  public static Parameter number(String name, String help) {
    return new Parameter(name, Type.INT, Presence.ONCE, help);
  }

  public static Parameter decimal(String name, String help) {
    return new Parameter(name, Type.DOUBLE, Presence.ONCE, help);
  }

  public static Parameter any(String name, String help) {
    return new Parameter(name, Type.ANY, Presence.ONCE, help);
  }

  /** The same parameter, which may be left out. */
  public Parameter optional() {
    return new Parameter(name, type, Presence.AT_MOST_ONCE, help);
  }

  /** The same parameter, which may be given any number of times, none included. */
  public Parameter repeated() {
    return new Parameter(name, type, Presence.ANY_NUMBER, help);
  }

  /** Turns a value into this parameter's type. */
  Object convert(Object given) {
    return switch (type) {
      case ANY -> given;
      case TEXT -> given.toString();
      case INT -> given instanceof Long ? given : parse(given, "whole number", Long::valueOf);
      case DOUBLE -> given instanceof Double ? given : parse(given, "number", Double::valueOf);
    };
  }

  private Object parse(Object given, String what, Function<String, Object> reader) {
    String text = given.toString();
    try {
      return reader.apply(text);
    } catch (NumberFormatException e) {
      throw new FaultException(400, "Invalid " + name + " '" + shown(text) + "': no " + what);
    }
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }

  /** As a line of usage shows it, such as {@code NAME}, {@code [WORKER]} or {@code [TEXT...]}. */
  String usage() {
    String shown = name.toUpperCase(Locale.ROOT);
    return switch (presence) {
      case ONCE -> shown;
      case AT_MOST_ONCE -> '[' + shown + ']';
      case ANY_NUMBER -> '[' + shown + "...]";
    };
  }
}
