package org.escapement.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/** Keeps track of the loaded modules and matches the parameters with them. Not thread-safe. */
final class ModuleChecks {

  /** A module that was loaded, and how many parameters were set for it so far. */
  private static final class Loaded {
    final Statement.LoadModule statement;
    final ModuleSupport support;
    int parameters;

    Loaded(Statement.LoadModule statement, ModuleSupport support) {
      this.statement = statement;
      this.support = support;
    }
  }

  private final Map<String, Loaded> loaded = new LinkedHashMap<>();
  private final Map<String, Pattern> patterns = new LinkedHashMap<>();
  private final Set<String> noticed = new HashSet<>();
  private final Knowledge knowledge;
  private final RegularExpressions expressions;
  private final Report report;

  ModuleChecks(Knowledge knowledge, RegularExpressions expressions, Report report) {
    this.knowledge = knowledge;
    this.expressions = expressions;
    this.report = report;
  }

  /** The module's name in {@code name}, {@code name.so} or a path to it. */
  static String nameOf(String path) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.endsWith(".so") ? file.substring(0, file.length() - 3) : file;
  }

  /** Notes a module; whether it is one that the application provides and was not loaded before. */
  boolean load(Statement.LoadModule statement) {
    String name = statement.module();
    ModuleSupport support = knowledge.module(name);
    if (support == ModuleSupport.UNKNOWN) {
      report.problem(
          statement.path().position(),
          "unknown module '" + Report.excerpt(name) + "'",
          knowledge.adviceForModule(name));
    }
    Loaded before = loaded.putIfAbsent(name, new Loaded(statement, support));
    if (before != null) {
      report.notice(
          Severity.WARNING,
          statement.position(),
          "the module '"
              + Report.excerpt(name)
              + "' is loaded already, at "
              + before.statement.position(),
          "keep one of the two lines");
    }
    return before == null && support == ModuleSupport.PROVIDED;
  }

  /**
   * A parameter with the modules that it is for.
   *
   * @return null when no provided module is among them
   */
  Statement.@Nullable ModParam parameter(
      PlacedText expression,
      PlacedText parameter,
      Value value,
      boolean evaluated,
      Position position) {
    List<String> provided = new ArrayList<>();
    List<Loaded> matching = matching(expression);
    if (matching == null) {
      return null;
    }
    for (Loaded module : matching) {
      module.parameters++;
      String name = module.statement.module();
      if (module.support == ModuleSupport.PROVIDED) {
        if (knowledge.isOther(name, parameter.text())) {
          noticeOther(name, parameter);
        } else {
          provided.add(name);
        }
      }
    }
    if (matching.isEmpty()) {
      report.problem(
          expression.position(),
          "no loaded module matches '" + Report.excerpt(expression.text()) + "'",
          "put loadmodule \"…\" before this line or correct the name");
    }
    return provided.isEmpty()
        ? null
        : new Statement.ModParam(
            expression, List.copyOf(provided), parameter, value, evaluated, position);
  }

  /** Says once that a module does not have this parameter of Kamailio's. */
  private void noticeOther(String module, PlacedText parameter) {
    if (noticed.add(module + ':' + parameter.text())) {
      report.notice(
          Severity.NOTICE,
          parameter.position(),
          "the parameter '"
              + parameter.text()
              + "' of the module '"
              + module
              + "' is known and not supported: it has no effect",
          "take it out");
    }
  }

  /** The loaded modules that an expression matches; null after reporting that it is none. */
  private @Nullable List<Loaded> matching(PlacedText expression) {
    Loaded exact = loaded.get(expression.text());
    if (exact != null) {
      return List.of(exact);
    }
    Pattern pattern = patterns.get(expression.text());
    if (pattern == null) {
      pattern = expressions.compile(expression.text(), 0, expression.position());
      if (pattern == null) {
        return null;
      }
      patterns.put(expression.text(), pattern);
    }
    List<Loaded> result = new ArrayList<>();
    for (Loaded module : loaded.values()) {
      if (expressions.matches(pattern, module.statement.module(), expression.position())) {
        result.add(module);
      }
    }
    return result;
  }

  List<Statement.LoadModule> provided() {
    return loaded.values().stream()
        .filter(m -> m.support == ModuleSupport.PROVIDED)
        .map(m -> m.statement)
        .toList();
  }

  /** Says once for each module that is not here what becomes of it and of its parameters. */
  void finish() {
    for (Loaded module : loaded.values()) {
      String name = module.statement.module();
      switch (module.support) {
        case PLANNED ->
            notice(
                module,
                "is known and not supported yet by this version",
                "leave it for a later version or take it out");
        case CONTAINER -> {
          String purpose = knowledge.purpose(name);
          notice(
              module,
              "is not needed: its work"
                  + (purpose.isEmpty() ? "" : " (" + purpose + ")")
                  + " is the SIP container's",
              "take it out or leave it, it does no harm");
        }
        case UNSUPPORTED -> notice(module, "is known and not supported", "take it out");
        default -> {}
      }
    }
  }

  private void notice(Loaded module, String what, String advice) {
    String parameters =
        switch (module.parameters) {
          case 0 -> "";
          case 1 -> ", and its modparam has no effect";
          default -> ", and its " + module.parameters + " modparams have no effect";
        };
    report.notice(
        Severity.NOTICE,
        module.statement.path().position(),
        "the module '" + module.statement.module() + "' " + what + parameters,
        advice);
  }
}
