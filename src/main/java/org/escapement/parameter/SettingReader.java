package org.escapement.parameter;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.escapement.config.CoreParameter;
import org.escapement.config.TypeOfService;
import org.escapement.config.Value;
import org.escapement.config.ValueRule;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.escapement.text.Problems;

/** Makes typed settings of values as users write them. */
final class SettingReader {

  private final Problems problems;

  SettingReader(Problems problems) {
    this.problems = problems;
  }

  /** A default, as the catalogue has it. */
  static Setting byDefault(CoreParameter parameter) {
    String text = parameter.defaultText();
    if (parameter.isStatement() || parameter.repeatable()) {
      return Setting.list(List.of(), Origin.DEFAULT);
    }
    if (text.isEmpty() || parameter.name().equals("log_name")) {
      return Setting.none(Origin.DEFAULT); // log_name: whoever writes the log knows the application
    }
    Value value = value(parameter, text, Position.of("default"));
    return new SettingReader(new Problems()).convert(parameter, value, Origin.DEFAULT);
  }

  /** A text from outside of a file as the value of a parameter. */
  static Value value(CoreParameter parameter, String text, Position position) {
    return Value.of(text, parameter.isText(), position);
  }

  /**
   * A value that a user gave.
   *
   * @return empty after reporting that it is refused
   */
  Optional<Setting> read(CoreParameter parameter, Value value, Origin origin) {
    Problem problem = new ValueRule(parameter).check(parameter.name(), value);
    if (problem != null) {
      problems.add(problem.position(), problem.what(), problem.advice());
      return Optional.empty();
    }
    if (parameter.type().equals("attrs")) {
      PlacedText text = value.placed();
      return AsyncGroup.parse(text, problems).map(g -> Setting.list(List.of(g), origin));
    }
    Setting setting = convert(parameter, value, origin);
    return Optional.of(
        parameter.repeatable() && setting.value() != null
            ? Setting.list(List.of(setting.value()), origin)
            : setting);
  }

  private Setting convert(CoreParameter parameter, Value value, Origin origin) {
    String text = value.text();
    if (parameter.isBool()) {
      boolean on = Boolean.TRUE.equals(value.asBoolean());
      return new Setting(on, on ? 1 : 0, on ? "yes" : "no", origin);
    }
    if (parameter.type().equals("int or name")) {
      Integer tos = TypeOfService.parse(text);
      return number(parameter, tos == null ? 0 : tos, origin);
    }
    if (parameter.isInt() && value instanceof Value.Int number) {
      return number(parameter, (int) number.value(), origin);
    }
    return switch (parameter.type()) {
      case "enum" ->
          value instanceof Value.Int number
              ? number(parameter, (int) number.value(), origin)
              : word(parameter, text, origin);
      case "facility" -> new Setting(text.toUpperCase(Locale.ROOT), 0, text, origin);
      case "route" ->
          new Setting(isOff(text) ? null : text, 0, isOff(text) ? "none" : text, origin);
      default -> new Setting(text, 0, text, origin);
    };
  }

  private static Setting word(CoreParameter parameter, String text, Origin origin) {
    String word = parameter.words().contains(text) ? text : text.toUpperCase(Locale.ROOT);
    return new Setting(word, 0, word, origin);
  }

  private static boolean isOff(String route) {
    return route.isEmpty() || route.equals("none");
  }

  private static Setting number(CoreParameter parameter, int number, Origin origin) {
    Object value =
        switch (parameter.type()) {
          case "int us" -> Duration.ofNanos(number * 1000L);
          case "int s" -> Duration.ofSeconds(number);
          case "level" -> new Level(number);
          default -> number;
        };
    return new Setting(value, number, Integer.toString(number), origin);
  }
}
