package org.escapement.config;

import java.util.ArrayDeque;
import java.util.Deque;
import org.escapement.text.PlacedText;
import org.jspecify.annotations.Nullable;

/**
 * Gives the tokens of a file after its directives have been carried out: defines are expanded,
 * strings substituted, included files put in, and what a false condition leaves out is gone. Not
 * thread-safe.
 */
final class Preprocessor {

  private final Deque<Frame> frames = new ArrayDeque<>();
  private final Report report;
  private final Limits limits;
  private final Defines defines;
  private final Substitutions substitutions;
  private final Includes includes;
  private final Directives directives;
  private long expanded;
  private boolean afterLoadModule;

  Preprocessor(
      ConfigurationReader.Options options,
      Limits limits,
      RegularExpressions expressions,
      Report report) {
    this.report = report;
    this.limits = limits;
    this.defines = new Defines(options.defines(), report);
    this.substitutions = new Substitutions(expressions, report);
    this.includes = new Includes(options.files(), limits, report);
    this.directives = new Directives(defines, substitutions, options.environment(), limits, report);
  }

  /** The names that are defined by now. */
  Defines defines() {
    return defines;
  }

  /** Begins with a file that has been read already. */
  void begin(String name, String text) {
    frames.push(includes.first(name, text));
  }

  /**
   * The next token outside of directives, or null at the end of the first file.
   *
   * @throws StopReading if a bound is passed
   */
  @Nullable PlacedToken next() {
    for (Frame frame = frames.peek(); frame != null; frame = frames.peek()) {
      PlacedToken token = frame.next();
      if (token == null) {
        frames.pop();
        leave(frame);
      } else {
        PlacedToken result = handle(frame, token);
        if (result != null) {
          noteModule(result);
          return result;
        }
      }
    }
    return null;
  }

  private void noteModule(PlacedToken token) {
    PlacedText path = token.value();
    if (afterLoadModule && token.getType() == KamailioLexer.OPEN_PAREN) {
      return;
    }
    if (afterLoadModule) {
      defines.noteModule(path == null ? token.getText() : path.text(), token.position());
    }
    afterLoadModule = path == null && Keywords.type(token.getText()) == KamailioLexer.LOADMODULE;
  }

  private void leave(Frame frame) {
    if (frame instanceof Frame.File file) {
      includes.left(file);
      directives.checkClosed(file);
    }
  }

  private @Nullable PlacedToken handle(Frame frame, PlacedToken token) {
    return switch (token.getType()) {
      case KamailioLexer.PREP -> directive(frame, token);
      case KamailioLexer.UNKNOWN_PREP -> directives.reportUnknown(token);
      case KamailioLexer.OPEN_COMMENT -> {
        reportOpen(token, "comment", "*/, once for each /* in it");
        yield null;
      }
      case KamailioLexer.OPEN_STRING -> openString(token, "\"");
      case KamailioLexer.OPEN_RAW_STRING -> openString(token, "'");
      case KamailioLexer.STRING, KamailioLexer.RAW_STRING -> string(token);
      case KamailioLexer.WORD -> word(token);
      default -> token;
    };
  }

  private void reportOpen(PlacedToken token, String kind, String end) {
    report.problem(
        token.origin(), "the " + kind + " that begins here has no end", "close it with " + end);
  }

  /** Reports a string without an end, and lets it pass for one so that it is reported once. */
  private PlacedToken openString(PlacedToken token, String quote) {
    reportOpen(token, "string", quote);
    PlacedText content = PlacedText.of("", token.origin());
    return token.as(KamailioLexer.TEXT, token.getText(), content);
  }

  private PlacedToken string(PlacedToken token) {
    PlacedText content = StringLiteral.read(token.getText(), token.origin());
    return token.as(KamailioLexer.TEXT, token.getText(), substitutions.apply(content));
  }

  private @Nullable PlacedToken word(PlacedToken token) {
    String text = token.getText();
    if (text.equals("include_file") || text.equals("import_file")) {
      PlacedToken path = next();
      if (path == null || path.value() == null) {
        report.problem(
            (path == null ? token : path).position(),
            "expected a file after " + text,
            "write " + text + " \"path\"");
        return path;
      }
      include(token, path.value(), text.equals("include_file"));
      return null;
    }
    Define define = defines.find(text);
    if (define == null) {
      return token;
    }
    if (define.expanding()) {
      throw report.fatal(
          token.position(), "the define '" + text + "' uses itself", "give it another value");
    }
    expanded += 1 + define.raw().length();
    if (expanded > limits.expandedChars()) {
      throw report.fatal(
          token.position(),
          "the defines expand to more than " + limits.expandedChars() + " characters",
          "look for defines that use each other many times");
    }
    frames.push(new Frame.Expansion(define, token));
    return null;
  }

  private @Nullable PlacedToken directive(Frame frame, PlacedToken token) {
    if (!(frame instanceof Frame.File file)) {
      return null;
    }
    Directive directive = Directive.read(token);
    if (directive.includes()) {
      PlacedText path = directives.path(directive);
      if (path != null) {
        include(token, substitutions.apply(path), directive.name().equals("include_file"));
      }
    } else {
      directives.run(directive, file);
    }
    return null;
  }

  private void include(PlacedToken at, PlacedText path, boolean required) {
    Frame.File file = includes.open(at.position(), path, required);
    if (file != null) {
      frames.push(file);
    }
  }
}
