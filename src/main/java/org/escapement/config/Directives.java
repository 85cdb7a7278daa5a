package org.escapement.config;

import java.util.List;
import java.util.function.Function;
import org.escapement.text.Nearest;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** Carries out the preprocessor's directives, except for includes. Not thread-safe. */
final class Directives {

  private static final List<String> NAMES =
      List.of(
          "define",
          "trydef",
          "redefine",
          "undef",
          "tryundef",
          "ifdef",
          "ifndef",
          "ifexp",
          "else",
          "endif",
          "defexp",
          "defexps",
          "defenv",
          "defenvs",
          "trydefenv",
          "trydefenvs",
          "subst",
          "substdef",
          "substdefs",
          "include_file",
          "import_file");

  private final Defines defines;
  private final Substitutions substitutions;
  private final Function<String, @Nullable String> environment;
  private final Limits limits;
  private final Report report;

  Directives(
      Defines defines,
      Substitutions substitutions,
      Function<String, @Nullable String> environment,
      Limits limits,
      Report report) {
    this.defines = defines;
    this.substitutions = substitutions;
    this.environment = environment;
    this.limits = limits;
    this.report = report;
  }

  void run(Directive directive, Frame.File file) {
    switch (directive.name()) {
      case "ifdef", "ifndef", "ifexp" -> begin(directive, file);
      case "else" -> otherwise(directive, file);
      case "endif" -> end(directive, file);
      case "subst" -> substitutions.add(argument(directive));
      case "substdef" -> substitutions.addDefine(argument(directive), defines, "");
      case "substdefs" -> substitutions.addDefine(argument(directive), defines, "\"");
      case "defenv", "defenvs", "trydefenv", "trydefenvs" -> environment(directive);
      default -> define(directive);
    }
  }

  private void begin(Directive directive, Frame.File file) {
    if (file.conditions.size() == limits.conditionDepth()) {
      throw report.fatal(
          directive.position(),
          "more than " + limits.conditionDepth() + " conditions are open here",
          "close some with #!endif");
    }
    boolean outer = file.active();
    boolean holds = outer && holds(directive);
    file.conditions.push(new Frame.File.Condition(directive.position(), outer, holds));
    file.conditionsChanged();
  }

  private boolean holds(Directive directive) {
    if (directive.name().equals("ifexp")) {
      return new Expression(directive.rest(), defines, report).isTrue();
    }
    String name = name(directive);
    return !name.isEmpty() && defines.has(name) == directive.name().equals("ifdef");
  }

  private void otherwise(Directive directive, Frame.File file) {
    Frame.File.Condition condition = file.conditions.peek();
    checkAlone(directive);
    if (condition == null) {
      lonely(directive);
    } else if (condition.otherwise) {
      report.problem(
          directive.position(),
          "a second #!else for the condition at " + condition.position,
          "take one of them out");
    } else {
      condition.otherwise = true;
      condition.holds = !condition.holds;
      file.conditionsChanged();
    }
  }

  private void end(Directive directive, Frame.File file) {
    checkAlone(directive);
    if (file.conditions.poll() == null) {
      lonely(directive);
    }
    file.conditionsChanged();
  }

  private void lonely(Directive directive) {
    report.problem(
        directive.position(),
        "#!" + directive.name() + " without #!ifdef, #!ifndef or #!ifexp in this file",
        "take it out or open the condition");
  }

  /** Reports the conditions that a file left open. */
  void checkClosed(Frame.File file) {
    for (Frame.File.Condition condition : file.conditions) {
      report.problem(
          condition.position,
          "the condition that begins here has no end in this file",
          "close it with #!endif");
    }
  }

  private void define(Directive directive) {
    String name = name(directive);
    if (name.isEmpty()) {
      return;
    }
    PlacedText value = directive.afterWord();
    switch (directive.name()) {
      case "undef", "undefine" -> {
        if (!defines.remove(name)) {
          report.problem(
              directive.rest().position(),
              "'" + name + "' is not defined",
              "take the line out or use #!tryundef");
        }
      }
      case "tryundef", "tryundefine" -> defines.remove(name);
      case "redef", "redefine" -> defines.put(name, value.text(), value.position());
      case "trydef", "trydefine" -> {
        if (!defines.has(name)) {
          defines.put(name, value.text(), value.position());
        }
      }
      case "defexp", "defexps" -> {
        Expression expression = new Expression(value, defines, report);
        String result = expression.result(directive.name().equals("defexps"));
        defines.add(
            directive.rest().position(), name, PlacedText.of(result, directive.rest().position()));
      }
      default -> defines.add(directive.rest().position(), name, value);
    }
  }

  private void environment(Directive directive) {
    String name = name(directive);
    if (name.isEmpty()) {
      return;
    }
    PlacedText rest = directive.afterWord();
    String variable = rest.text().startsWith("=") ? rest.text().substring(1).strip() : name;
    String value = environment.apply(variable);
    if (value != null) {
      String raw = directive.name().endsWith("s") ? quoted(value) : value;
      defines.add(
          directive.rest().position(),
          name,
          PlacedText.of(raw, Position.of("environment variable " + variable)));
    } else if (!directive.name().startsWith("try")) {
      report.problem(
          directive.rest().position(),
          "the environment has no variable '" + Report.excerpt(variable) + "'",
          "set it or use #!try" + directive.name());
    }
  }

  /** A value as a string in quotes. */
  static String quoted(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private String name(Directive directive) {
    String word = directive.word();
    if (word.isEmpty()) {
      report.problem(
          directive.rest().position(),
          "expected a name after #!" + directive.name(),
          "write letters, digits and '_' only, a letter first");
    }
    return word;
  }

  private void checkAlone(Directive directive) {
    String rest = directive.rest().text();
    if (!rest.isEmpty() && !rest.startsWith("#") && !rest.startsWith("/")) {
      report.problem(
          directive.rest().position(),
          "expected the end of the line after #!"
              + directive.name()
              + ", found '"
              + Report.excerpt(rest)
              + "'",
          "take it out or put '#' before it");
    }
  }

  /**
   * The string that a directive's rest begins with; an empty one after reporting that there is
   * none.
   */
  private PlacedText argument(Directive directive) {
    PlacedText path = stringOrNull(directive);
    if (path == null) {
      report.problem(
          directive.rest().position(),
          "expected a string in quotes after #!" + directive.name(),
          "write #!" + directive.name() + " \"/expression/replacement/\"");
      return PlacedText.of("", directive.position());
    }
    return path;
  }

  private static @Nullable PlacedText stringOrNull(Directive directive) {
    String text = directive.rest().text();
    if (text.isEmpty()) {
      return null;
    }
    PlacedToken first =
        new LexedText(directive.position().source(), text, directive.rest().position()).next();
    return first != null && first.isString()
        ? StringLiteral.read(first.getText(), first.position())
        : null;
  }

  /** The path of an include, in quotes or not; null after reporting that there is none. */
  @Nullable PlacedText path(Directive directive) {
    PlacedText quoted = stringOrNull(directive);
    if (quoted != null) {
      return quoted;
    }
    Define define = defines.find(directive.rest().text());
    PlacedToken value = define == null ? null : define.single();
    if (value != null) {
      return value.isString()
          ? StringLiteral.read(value.getText(), value.origin())
          : PlacedText.of(value.getText(), value.origin());
    }
    if (directive.rest().text().isEmpty()) {
      report.problem(
          directive.rest().position(),
          "expected a file after #!" + directive.name(),
          "write #!" + directive.name() + " \"path\"");
      return null;
    }
    String path = directive.rest().text().split("\\s", 2)[0];
    return PlacedText.of(path, directive.rest().position());
  }

  /** Warns of a comment that looks like a mistyped directive. */
  @Nullable PlacedToken reportUnknown(PlacedToken token) {
    String name = Directive.read(token).name();
    List<String> near = name.length() > 20 ? List.of() : Nearest.names(name, NAMES);
    if (!near.isEmpty()) {
      report.notice(
          Severity.WARNING,
          token.position(),
          "'#!" + name + "' is read as a comment",
          "did you mean #!" + String.join(" or #!", near) + "?");
    }
    return null;
  }
}
