package org.escapement.variable.transformation;

import java.util.List;
import org.escapement.variable.TransformationKind;

/** Class {@code nameaddr}: texts such as {@code "Bob" <sip:bob@example.com>;tag=1}. */
final class NameAddressTransformations {

  /**
   * The parts of an address.
   *
   * @param name as written, with its quotes
   * @param length of the address up to its closing bracket
   */
  private record Parts(String name, String uri, int length) {}

  List<TransformationKind> all() {
    return List.of(
        StringTransformations.text(
            "nameaddr.name", "Display name as written, with its quotes", text -> read(text).name),
        StringTransformations.text("nameaddr.uri", "The URI", text -> read(text).uri),
        TransformationKind.of(
            "nameaddr.len",
            "Length of the address up to its closing bracket",
            (value, context) -> value.set(read(value.text()).length)));
  }

  private static Parts read(String text) {
    int open = open(text);
    int close = open < 0 ? -1 : text.indexOf('>', open);
    if (close < 0) {
      return new Parts("", text.strip(), text.length());
    }
    return new Parts(
        text.substring(0, open).strip(), text.substring(open + 1, close).strip(), close + 1);
  }

  /** The first bracket outside of quotes. */
  private static int open(String text) {
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '<' && !quoted) {
        return i;
      }
    }
    return -1;
  }
}
