package org.escapement.variable.transformation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters such as {@code a=1;b="two words";c}. */
record ParameterList(List<Parameter> all) {

  /**
   * One parameter.
   *
   * @param value without quotes; empty when there is none
   */
  record Parameter(String name, String value) {}

  static ParameterList read(String text, char separator) {
    List<Parameter> all = new ArrayList<>();
    int begin = 0;
    while (begin < text.length()) {
      int end = end(text, begin, separator);
      String one = text.substring(begin, end).strip();
      if (!one.isEmpty()) {
        int equals = one.indexOf('=');
        all.add(
            equals < 0
                ? new Parameter(one, "")
                : new Parameter(
                    one.substring(0, equals).strip(), plain(one.substring(equals + 1).strip())));
      }
      begin = end + 1;
    }
    return new ParameterList(all);
  }

  /** The next separator that stands outside of quotes. */
  private static int end(String text, int begin, char separator) {
    boolean quoted = false;
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == separator && !quoted) {
        return i;
      }
    }
    return text.length();
  }

  private static String plain(String value) {
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** The value of the first parameter of a name in any case, or null. */
  @Nullable String value(String name) {
    for (Parameter parameter : all) {
      if (parameter.name.equalsIgnoreCase(name)) {
        return parameter.value;
      }
    }
    return null;
  }
}
