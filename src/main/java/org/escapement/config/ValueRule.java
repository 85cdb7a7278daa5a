package org.escapement.config;

import java.util.List;
import java.util.Locale;
import org.escapement.text.Problem;
import org.jspecify.annotations.Nullable;

/** Which values a core parameter takes. Immutable, thread-safe. */
public final class ValueRule {

  private static final List<String> FACILITIES =
      List.of(
          "AUTH",
          "AUTHPRIV",
          "CRON",
          "DAEMON",
          "FTP",
          "KERN",
          "LOCAL0",
          "LOCAL1",
          "LOCAL2",
          "LOCAL3",
          "LOCAL4",
          "LOCAL5",
          "LOCAL6",
          "LOCAL7",
          "LPR",
          "MAIL",
          "NEWS",
          "SYSLOG",
          "USER",
          "UUCP");

  private static final int GREATEST_TOS = 255;

  private final CoreParameter parameter;

  public ValueRule(CoreParameter parameter) {
    this.parameter = parameter;
  }

  /**
   * What is wrong with a value.
   *
   * @param written the name that the user wrote, an alias perhaps
   * @return null when nothing is
   */
  public @Nullable Problem check(String written, Value value) {
    Wrong wrong = wrong(value);
    return wrong == null
        ? null
        : new Problem(
            value.position(),
            "the value '" + Report.excerpt(value.text()) + "' of " + written + " is " + wrong.what,
            wrong.advice);
  }

  private record Wrong(String what, String advice) {}

  private @Nullable Wrong wrong(Value value) {
    if (value instanceof Value.Int number && number.value() != (int) number.value()) {
      return new Wrong("out of range", "write a smaller number");
    }
    return switch (parameter.type()) {
      case "bool" ->
          value.asBoolean() == null || value instanceof Value.Text
              ? new Wrong("neither yes nor no", "write yes, no, on, off, true, false, 1 or 0")
              : null;
      case "enum" -> word(value);
      case "facility" -> facility(value);
      case "int or name" -> typeOfService(value);
      default -> parameter.isInt() ? number(value) : parameter.isText() ? text(value) : null;
    };
  }

  private @Nullable Wrong word(Value value) {
    List<String> words = parameter.words();
    String word = value.text();
    boolean known =
        words.isEmpty() || words.contains(word) || words.contains(word.toUpperCase(Locale.ROOT));
    if (!known) {
      return new Wrong("none of " + String.join(", ", words), "write one of them");
    }
    return parameter.name().equals("udp_mtu_try_proto") && word.matches("(?i)tls|sctp")
        ? new Wrong("a transport that is not taken for large requests here", "write TCP or UDP")
        : null;
  }

  private static @Nullable Wrong facility(Value value) {
    String name = value.text().toUpperCase(Locale.ROOT);
    return name.startsWith("LOG_") && FACILITIES.contains(name.substring(4))
        ? null
        : new Wrong("no facility of syslog", "write one such as LOG_DAEMON or LOG_LOCAL0");
  }

  private static @Nullable Wrong typeOfService(Value value) {
    Integer tos = TypeOfService.parse(value.text());
    return tos != null && tos >= 0 && tos <= GREATEST_TOS
        ? null
        : new Wrong(
            "no type of service",
            "write a whole number from 0 to 255 or one of "
                + String.join(", ", TypeOfService.names()));
  }

  private @Nullable Wrong number(Value value) {
    String range = range();
    if (!(value instanceof Value.Int number)) {
      boolean tooLarge = value instanceof Value.Word && value.text().matches("-?[0-9]++");
      String what = tooLarge ? "out of range" : "no whole number";
      return new Wrong(what, "write a whole number" + range + ", without quotes");
    }
    return number.value() < parameter.least() || number.value() > parameter.greatest()
        ? new Wrong("out of range", "write a whole number" + range)
        : null;
  }

  private String range() {
    boolean below = parameter.least() > Integer.MIN_VALUE;
    boolean above = parameter.greatest() < Integer.MAX_VALUE;
    return (below ? " from " + parameter.least() : "")
        + (above ? " to " + parameter.greatest() : below ? " on" : "");
  }

  private @Nullable Wrong text(Value value) {
    if (value instanceof Value.Int
        && !parameter.name().equals("user")
        && !parameter.name().equals("group")) {
      return new Wrong("no text", "put it in quotes");
    }
    String text = value.text();
    return switch (parameter.type()) {
      case "header" ->
          text.matches("[A-Za-z0-9.!%*_+`'~-]++\\s*+:[^\\r\\n]*+")
              ? null
              : new Wrong(
                  "no header line", "write name and value in one line, as in \"Name: value\"");
      case "char" ->
          text.codePointCount(0, text.length()) == 1
              ? null
              : new Wrong("not one character", "write one character in quotes");
      default -> formOf(parameter.allowed(), text);
    };
  }

  private static @Nullable Wrong formOf(String allowed, String text) {
    return switch (allowed) {
      case "absolute path" ->
          text.startsWith("/") ? null : new Wrong("no absolute path", "begin it with /");
      case "SQL identifier" ->
          text.matches("[A-Za-z_][A-Za-z0-9_]{0,63}+")
              ? null
              : new Wrong("no name of a table", "write letters, digits and '_', a letter first");
      default -> null;
    };
  }
}
