package org.escapement.config;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * Puts in the variables that have a value before any message is there: {@code $env(NAME)}, {@code
 * $def(NAME)}, {@code $defn(NAME)}, and {@code $$} for a dollar. Not thread-safe.
 */
final class Evaluation {

  private static final Pattern VARIABLE =
      Pattern.compile("\\$(\\$|[A-Za-z]\\w*+\\(([^()]*+)\\)|\\([^()]*+\\)|[A-Za-z]\\w*+)");

  private final Defines defines;
  private final Function<String, @Nullable String> environment;
  private final Report report;

  Evaluation(Defines defines, Function<String, @Nullable String> environment, Report report) {
    this.defines = defines;
    this.environment = environment;
    this.report = report;
  }

  /** A text with its variables' values; what stands after one has the place of its begin. */
  PlacedText apply(PlacedText placed) {
    Matcher matcher = VARIABLE.matcher(placed.text());
    if (!matcher.find()) {
      return placed;
    }
    PlacedText.Builder result = new PlacedText.Builder(placed.position());
    int done = 0;
    do {
      copy(placed, done, matcher.start(), result);
      Position position = placed.at(matcher.start());
      result.append(PlacedText.of(value(matcher, position), position));
      done = matcher.end();
    } while (matcher.find());
    copy(placed, done, placed.text().length(), result);
    return result.build();
  }

  private static void copy(PlacedText from, int begin, int end, PlacedText.Builder to) {
    for (int i = begin; i < end; i++) {
      to.moveTo(from.at(i)).append(from.text().charAt(i));
    }
  }

  private String value(Matcher matcher, Position position) {
    String variable = matcher.group();
    String name = matcher.group(2);
    if (variable.equals("$$")) {
      return "$";
    }
    if (name != null && variable.startsWith("$env(")) {
      return found(environment.apply(name), variable, position, "set it in the environment");
    }
    if (name != null && (variable.startsWith("$def(") || variable.startsWith("$defn("))) {
      return found(defined(name), variable, position, "define it with #!define " + name);
    }
    report.problem(
        position,
        "'" + Report.excerpt(variable) + "' has no value while the configuration is read",
        "use $env(NAME) or $def(NAME)");
    return "";
  }

  private @Nullable String defined(String name) {
    Define define = defines.find(name);
    if (define == null) {
      return null;
    }
    PlacedToken single = define.single();
    return single != null && single.isString()
        ? StringLiteral.read(single.getText(), single.origin()).text()
        : define.raw();
  }

  private String found(@Nullable String value, String variable, Position position, String advice) {
    if (value == null) {
      report.problem(position, "'" + Report.excerpt(variable) + "' has no value", advice);
      return "";
    }
    return value;
  }
}
