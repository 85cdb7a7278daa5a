package org.escapement.variable.builtin;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/** A format of C's strftime in the C locale, read once. Immutable. */
final class Strftime {

  private static final String KNOWN = "aAbBcCdDeFgGhHIjklmMnprRsStTuVwxXyYzZ%";

  private final List<Function<ZonedDateTime, String>> pieces;

  private Strftime(List<Function<ZonedDateTime, String>> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  /** A format that is known to be sound. */
  static Strftime of(String format) {
    Problems problems = new Problems();
    Strftime read = read(PlacedText.of(format, Position.of(format)), problems);
    problems.throwIfAny();
    return read;
  }

  static Strftime read(PlacedText format, Problems problems) {
    String text = format.text();
    List<Function<ZonedDateTime, String>> pieces = new ArrayList<>();
    int begin = 0;
    for (int percent = text.indexOf('%'); percent >= 0; percent = text.indexOf('%', begin)) {
      literal(text.substring(begin, percent), pieces);
      char letter = percent + 1 < text.length() ? text.charAt(percent + 1) : ' ';
      if (KNOWN.indexOf(letter) < 0) {
        problems.add(
            format.at(percent),
            "'%" + letter + "' is no conversion of strftime that is known here",
            "the known ones are % with one of " + KNOWN);
      } else {
        pieces.add(piece(letter));
      }
      begin = Math.min(percent + 2, text.length());
    }
    literal(text.substring(begin), pieces);
    return new Strftime(pieces);
  }

  private static void literal(String text, List<Function<ZonedDateTime, String>> pieces) {
    if (!text.isEmpty()) {
      pieces.add(time -> text);
    }
  }

  String format(ZonedDateTime time) {
    StringBuilder out = new StringBuilder();
    pieces.forEach(piece -> out.append(piece.apply(time)));
    return out.toString();
  }

  private static Function<ZonedDateTime, String> piece(char letter) {
    return switch (letter) {
      case 'n' -> time -> "\n";
      case 't' -> time -> "\t";
      case '%' -> time -> "%";
      case 's' -> time -> Long.toString(time.toEpochSecond());
      case 'w' -> time -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      case 'u' -> time -> Integer.toString(time.getDayOfWeek().getValue());
      case 'C' -> time -> two(time.getYear() / 100);
      case 'g' -> time -> two(time.get(IsoFields.WEEK_BASED_YEAR) % 100);
      case 'G' -> time -> Integer.toString(time.get(IsoFields.WEEK_BASED_YEAR));
      case 'V' -> time -> two(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case 'e' -> padded(time -> time.getDayOfMonth());
      case 'k' -> padded(time -> time.getHour());
      case 'l' -> padded(time -> time.get(ChronoField.CLOCK_HOUR_OF_AMPM));
      default -> {
        DateTimeFormatter formatter = formatter(letter);
        yield formatter::format;
      }
    };
  }

  private static String two(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static Function<ZonedDateTime, String> padded(Function<ZonedDateTime, Integer> part) {
    return time -> {
      int number = part.apply(time);
      return number < 10 ? " " + number : Integer.toString(number);
    };
  }

  private static DateTimeFormatter formatter(char letter) {
    return switch (letter) {
      case 'a' -> pattern("EEE");
      case 'A' -> pattern("EEEE");
      case 'b', 'h' -> pattern("MMM");
      case 'B' -> pattern("MMMM");
      case 'c' -> pattern("EEE MMM ppd HH:mm:ss uuuu");
      case 'd' -> pattern("dd");
      case 'D', 'x' -> pattern("MM/dd/uu");
      case 'F' -> pattern("uuuu-MM-dd");
      case 'H' -> pattern("HH");
      case 'I' -> pattern("hh");
      case 'j' -> pattern("DDD");
      case 'm' -> pattern("MM");
      case 'M' -> pattern("mm");
      case 'p' -> pattern("a");
      case 'r' -> pattern("hh:mm:ss a");
      case 'R' -> pattern("HH:mm");
      case 'S' -> pattern("ss");
      case 'T', 'X' -> pattern("HH:mm:ss");
      case 'y' -> pattern("uu");
      case 'Y' -> pattern("uuuu");
      case 'z' -> pattern("xx");
      case 'Z' ->
          new DateTimeFormatterBuilder()
              .appendZoneText(TextStyle.SHORT)
              .toFormatter(Locale.ENGLISH);
      default -> throw new IllegalArgumentException("no conversion %" + letter);
    };
  }

  private static DateTimeFormatter pattern(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }
}
