package org.escapement.text;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a module parameter such as {@code name=queue;type=3;interval=100ms}, each with
 * its position.
 *
 * <p>Blanks around names and values are dropped, and a trailing semicolon is allowed. A value may
 * hold further {@code =}. Immutable; what is wrong with the text is reported to the {@link
 * Problems} it is read with.
 */
public final class Attributes {

  /**
   * One attribute.
   *
   * @param position where its value begins
   */
  public record Attribute(String name, String value, Position position) {}

  private final Position position;
  private final Map<String, Attribute> byName;

  private Attributes(Position position, Map<String, Attribute> byName) {
    this.position = position;
    this.byName = byName;
  }

  /**
   * Reads attributes of a text that stands in one piece.
   *
   * @param position of the text's first character
   * @param known the names that are allowed
   */
  public static Attributes parse(
      String text, Position position, Collection<String> known, Problems problems) {
    return parse(PlacedText.of(text, position), known, problems);
  }

  /**
   * Reads attributes.
   *
   * @param placed the text; its attributes stand where its characters do
   * @param known the names that are allowed
   */
  public static Attributes parse(PlacedText placed, Collection<String> known, Problems problems) {
    String text = placed.text();
    Map<String, Attribute> byName = new LinkedHashMap<>();
    int begin = 0;
    while (begin < text.length()) {
      int semicolon = text.indexOf(';', begin);
      int end = semicolon < 0 ? text.length() : semicolon;
      parseOne(placed, begin, end, known, problems, byName);
      begin = end + 1;
    }
    return new Attributes(placed.position(), byName);
  }

  private static void parseOne(
      PlacedText placed,
      int begin,
      int end,
      Collection<String> known,
      Problems problems,
      Map<String, Attribute> byName) {
    String text = placed.text();
    int first = skipBlanks(text, begin, end);
    Position here = placed.at(first);
    int equals = text.indexOf('=', first);
    if (equals < 0 || equals >= end) {
      String found = text.substring(begin, end).strip();
      problems.add(
          here, "'" + found + "' is no attribute", "write name=value, separated by semicolons");
      return;
    }
    String name = text.substring(first, equals).strip();
    int valueBegin = skipBlanks(text, equals + 1, end);
    Attribute attribute =
        new Attribute(name, text.substring(valueBegin, end).strip(), placed.at(valueBegin));
    if (!known.contains(name)) {
      problems.add(
          here, "unknown attribute '" + name + "'", Nearest.advice("attribute", name, known));
    } else if (byName.putIfAbsent(name, attribute) != null) {
      problems.add(here, "attribute '" + name + "' is given twice", "keep one of them");
    }
  }

  private static int skipBlanks(String text, int begin, int end) {
    int i = begin;
    while (i < end && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Where the text began. */
  public Position position() {
    return position;
  }

  public Optional<Attribute> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The attributes in the order of the text. */
  public Collection<Attribute> all() {
    return byName.values();
  }
}
