package org.escapement.config;

import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.escapement.text.Position;
import org.escapement.text.WatchedText;
import org.jspecify.annotations.Nullable;

/**
 * Compiles and runs the regular expressions of a configuration within bounds: an expression that
 * would take for ever ends the reading with an error. Not thread-safe.
 */
final class RegularExpressions {

  private static final int LONGEST_EXPRESSION = 1000;

  /** What a match costs before it looks at its text. */
  private static final int STEPS_PER_MATCH = 16;

  private final Report report;
  private final long most;
  private final int mostChars;
  private long steps;

  RegularExpressions(Limits limits, Report report) {
    this.report = report;
    this.most = limits.matchSteps();
    this.mostChars = limits.stringChars();
  }

  /** A compiled expression, or null after reporting what is wrong with it. */
  @Nullable Pattern compile(String expression, int flags, Position position) {
    if (expression.length() > LONGEST_EXPRESSION) {
      report.problem(
          position,
          "the expression is longer than " + LONGEST_EXPRESSION + " characters",
          "shorten it");
      return null;
    }
    try {
      return Pattern.compile(expression, flags);
    } catch (PatternSyntaxException e) {
      report.problem(
          position,
          "'" + Report.excerpt(expression) + "' is no regular expression: " + e.getDescription(),
          "correct it at its character " + (e.getIndex() + 1));
      return null;
    }
  }

  boolean matches(Pattern pattern, String text, Position position) {
    return guarded(position, () -> pattern.matcher(watched(text)).matches());
  }

  /** The text with the first match or all of them replaced. */
  String replace(Pattern pattern, String text, String replacement, boolean all, Position position) {
    return guarded(
        position,
        () -> {
          Matcher matcher = pattern.matcher(watched(text));
          StringBuilder result = new StringBuilder();
          boolean more = matcher.find();
          while (more) {
            matcher.appendReplacement(result, replacement);
            if (result.length() > mostChars && result.length() > text.length()) {
              throw report.fatal(
                  position,
                  "a string grows past " + mostChars + " characters here",
                  "correct the substitution");
            }
            more = all && matcher.find();
          }
          return matcher.appendTail(result).toString();
        });
  }

  private <T> T guarded(Position position, Supplier<T> match) {
    try {
      count(STEPS_PER_MATCH);
      return match.get();
    } catch (TooManySteps | StackOverflowError e) {
      // java.util.regex recurses over alternatives within repetitions: the text decides how deep
      throw report.fatal(
          position,
          "a regular expression takes too long or too much memory",
          "write it without repetitions inside repetitions");
    }
  }

  private CharSequence watched(String text) {
    return new WatchedText(text, () -> count(1));
  }

  private void count(int more) {
    steps += more;
    if (steps > most) {
      throw new TooManySteps();
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManySteps() {
      super(null, null, false, false);
    }
  }
}
