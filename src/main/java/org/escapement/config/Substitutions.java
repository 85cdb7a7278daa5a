package org.escapement.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** The {@code #!subst} rules, applied to every string after them. Not thread-safe. */
final class Substitutions {

  /** {@code /expression/replacement/flags} in its parts. */
  private record Rule(String expression, String replacement, String flags, Position position) {}

  private record Compiled(Pattern pattern, String replacement, boolean all, Position position) {}

  private final List<Compiled> rules = new ArrayList<>();
  private final RegularExpressions expressions;
  private final Report report;

  Substitutions(RegularExpressions expressions, Report report) {
    this.expressions = expressions;
    this.report = report;
  }

  void add(PlacedText text) {
    Rule rule = parse(text);
    if (rule != null) {
      compile(rule);
    }
  }

  /**
   * Adds a rule whose expression is also defined as its replacement.
   *
   * @param quote what the define puts around the replacement
   */
  void addDefine(PlacedText text, Defines defines, String quote) {
    Rule rule = parse(text);
    if (rule == null) {
      return;
    }
    String name = rule.expression;
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*+")) {
      report.problem(
          rule.position,
          "'" + Report.excerpt(name) + "' cannot be defined",
          "write letters, digits and '_' only, a letter first");
      return;
    }
    String value = quote.isEmpty() ? rule.replacement : Directives.quoted(rule.replacement);
    defines.add(rule.position, name, PlacedText.of(value, Position.of("#!substdef " + name)));
    compile(rule);
  }

  private @Nullable Rule parse(PlacedText text) {
    String all = text.text();
    if (all.isEmpty()) {
      return null;
    }
    int second = all.indexOf(all.charAt(0), 1);
    int third = second < 0 ? -1 : all.indexOf(all.charAt(0), second + 1);
    if (third < 0 || second == 1) {
      report.problem(
          text.position(),
          "'" + Report.excerpt(all) + "' is no substitution",
          "write /expression/replacement/ with flags g or i after it");
      return null;
    }
    return new Rule(
        all.substring(1, second),
        all.substring(second + 1, third),
        all.substring(third + 1),
        text.at(1));
  }

  private void compile(Rule rule) {
    if (!rule.flags.matches("[gi]*+")) {
      report.problem(
          rule.position,
          "unknown flags '" + Report.excerpt(rule.flags) + "'",
          "use g for every match and i for upper and lower case alike");
      return;
    }
    int flags = rule.flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0;
    Pattern pattern = expressions.compile(rule.expression, flags, rule.position);
    if (pattern == null) {
      return;
    }
    String replacement = replacement(rule, pattern.matcher("").groupCount());
    if (replacement != null) {
      rules.add(new Compiled(pattern, replacement, rule.flags.contains("g"), rule.position));
    }
  }

  /** Turns {@code \1} into what java.util.regex knows, and all else into itself. */
  private @Nullable String replacement(Rule rule, int groups) {
    StringBuilder result = new StringBuilder();
    String text = rule.replacement;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char following = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if (c == '\\' && following >= '0' && following <= '9') {
        if (following - '0' > groups) {
          report.problem(
              rule.position,
              "the replacement uses \\"
                  + following
                  + " and the expression has "
                  + groups
                  + " groups",
              "add a group in parentheses");
          return null;
        }
        result.append('$').append(following);
        i++;
      } else {
        // A digit after a group's number would count as part of it.
        boolean literal = c == '\\' || c == '$' || Character.isDigit(c);
        result.append(literal ? "\\" + c : String.valueOf(c));
      }
    }
    return result.toString();
  }

  /** The text after all rules; where a rule changed it, all of it stands where it began. */
  PlacedText apply(PlacedText text) {
    PlacedText result = text;
    for (Compiled rule : rules) {
      String replaced =
          expressions.replace(
              rule.pattern, result.text(), rule.replacement, rule.all, rule.position);
      if (!replaced.equals(result.text())) {
        result = PlacedText.of(replaced, text.position());
      }
    }
    return result;
  }
}
