package org.escapement.timer;

import static org.escapement.timer.TimerDraft.MOST_WORKERS;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.escapement.text.Attributes.Attribute;
import org.escapement.text.Nearest;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/** Reads single values of definitions; reports those that are wrong, and yields nothing then. */
final class Reading {

  private static final long HIGHEST_TYPE = 3;
  private static final String TYPES = "use 0 (basic), 1 (sync), 2 (slice) or 3 (sliced sync)";
  private static final String WORKERS =
      "give at least one worker and at most "
          + MOST_WORKERS
          + ", since all of them run in this one JVM";

  private Reading() {}

  static Optional<Interval> interval(String what, String text, Position at, Problems problems) {
    try {
      return Optional.of(Interval.parse(text));
    } catch (IllegalArgumentException e) {
      problems.add(
          at,
          what + ": " + e.getMessage(),
          "write it as 1s, 100ms or 50us, with a number from 1 to " + Numbers.MAX);
      return Optional.empty();
    }
  }

  static OptionalLong number(String what, long value, long min, Position at, Problems problems) {
    return number(() -> Numbers.require(what, value, min, Numbers.MAX), range(min), at, problems);
  }

  static OptionalLong number(Attribute attribute, long min, Problems problems) {
    return number(attribute, min, Numbers.MAX, range(min), problems);
  }

  private static String range(long min) {
    return "give a whole number from " + min + " to " + Numbers.MAX;
  }

  static OptionalLong workers(String what, long value, Position at, Problems problems) {
    return number(() -> Numbers.require(what, value, 1, MOST_WORKERS), WORKERS, at, problems);
  }

  static OptionalLong workers(Attribute attribute, Problems problems) {
    return number(attribute, 1, MOST_WORKERS, WORKERS, problems);
  }

  static Optional<TimerType> type(String what, long code, Position at, Problems problems) {
    return type(number(() -> Numbers.require(what, code, 0, HIGHEST_TYPE), TYPES, at, problems));
  }

  static Optional<TimerType> type(Attribute attribute, Problems problems) {
    return type(number(attribute, 0, HIGHEST_TYPE, TYPES, problems));
  }

  private static Optional<TimerType> type(OptionalLong code) {
    return Arrays.stream(TimerType.values())
        .filter(type -> code.isPresent() && type.code() == code.getAsLong())
        .findFirst();
  }

  private static OptionalLong number(
      Attribute attribute, long min, long max, String advice, Problems problems) {
    return number(
        () -> Numbers.parse(attribute.name(), attribute.value(), min, max),
        advice,
        attribute.position(),
        problems);
  }

  private static OptionalLong number(
      LongSupplier reader, String advice, Position at, Problems problems) {
    try {
      return OptionalLong.of(reader.getAsLong());
    } catch (IllegalArgumentException e) {
      problems.add(at, String.valueOf(e.getMessage()), advice);
      return OptionalLong.empty();
    }
  }

  /** One of several names, such as {@code missed=skip}; written in lower case. */
  static <E extends Enum<E>> Optional<E> choice(
      Attribute attribute, List<E> choices, Problems problems) {
    for (E choice : choices) {
      if (text(choice).equals(attribute.value())) {
        return Optional.of(choice);
      }
    }
    List<String> known = choices.stream().map(Reading::text).toList();
    problems.add(
        attribute.position(),
        attribute.name() + " cannot be '" + attribute.value() + "'",
        Nearest.advice("value", attribute.value(), known));
    return Optional.empty();
  }

  static Optional<Boolean> yesNo(Attribute attribute, Problems problems) {
    return choice(attribute, Arrays.asList(YesNo.values()), problems)
        .map(choice -> choice == YesNo.YES);
  }

  private enum YesNo {
    YES,
    NO
  }

  private static String text(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }
}
