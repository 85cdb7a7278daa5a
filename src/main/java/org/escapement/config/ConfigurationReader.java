package org.escapement.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.escapement.text.ConfigurationException;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * Reads kamailio.cfg files. Thread-safe: every reading has its own state.
 *
 * <p>A reading is bounded in the size of its files, their nesting, and what defines and expressions
 * may take; past a bound it ends with an error that names it.
 */
public final class ConfigurationReader {

  /**
   * What a reading is given besides the file.
   *
   * @param defines names with their texts (empty for none), as from {@code -A NAME=value}
   * @param environment the value of an environment variable, or null when there is none
   * @param files where included files come from
   */
  public record Options(
      Map<String, String> defines,
      Function<String, @Nullable String> environment,
      SourceFiles files) {

    public Options {
      defines = Map.copyOf(defines);
    }

    /** No defines, the process's environment, files from disk. */
    public static Options usual() {
      return new Options(Map.of(), System::getenv, new DiskFiles());
    }

    /** The same with other defines. */
    public Options withDefines(Map<String, String> others) {
      return new Options(others, environment, files);
    }

    /** The same with files from elsewhere. */
    public Options withFiles(SourceFiles others) {
      return new Options(defines, environment, others);
    }
  }

  private final Options options;
  private final Knowledge knowledge;
  private final Limits limits;

  public ConfigurationReader(Options options, Knowledge knowledge) {
    this(options, knowledge, Limits.USUAL);
  }

  ConfigurationReader(Options options, Knowledge knowledge, Limits limits) {
    this.options = options;
    this.knowledge = knowledge;
    this.limits = limits;
  }

  /**
   * Reads a file with all that it includes.
   *
   * @throws ConfigurationException with every problem found
   */
  public Configuration read(Path file) {
    return attempt(file).orThrow();
  }

  /** Reads a file with all that it includes, as far as that is possible. */
  public Reading attempt(Path file) {
    Report report = new Report(limits);
    String name = file.toString();
    Position position = Position.of(name);
    try {
      String text = new Includes(options.files(), limits, report).read(position, name);
      if (text != null) {
        return attempt(name, text);
      }
      report.problem(position, "there is no such file", "correct the path");
    } catch (IOException e) {
      report.problem(
          position, "the file cannot be read: " + Includes.reason(e), "make it readable");
    } catch (StopReading e) {
      // reported where it was thrown
    }
    return Reading.nothing(report.problems());
  }

  /**
   * Reads a text.
   *
   * @param name that positions carry, and that included files are relative to
   * @throws ConfigurationException with every problem found
   */
  public Configuration read(String name, String text) {
    return attempt(name, text).orThrow();
  }

  /** Reads a text as far as that is possible. */
  public Reading attempt(String name, String text) {
    Report report = new Report(limits);
    try {
      return parse(name, text, report);
    } catch (StopReading e) {
      return Reading.nothing(report.problems());
    }
  }

  private Reading parse(String name, String text, Report report) {
    RegularExpressions expressions = new RegularExpressions(limits, report);
    Preprocessor preprocessor = new Preprocessor(options, limits, expressions, report);
    preprocessor.begin(name, text);
    List<PlacedToken> tokens = new TokenAssembler(preprocessor, limits, report).assemble();
    Evaluation evaluation = new Evaluation(preprocessor.defines(), options.environment(), report);
    StatementBuilder builder = new StatementBuilder(knowledge, expressions, evaluation, report);
    List<Statement> statements = builder.build(parser(name, text, tokens, report).file());
    return new Reading(
        new Configuration(
            statements, builder.modules(), report.notices(), preprocessor.defines().texts()),
        builder.modulesComplete(),
        report.problems());
  }

  private KamailioParser parser(String name, String text, List<PlacedToken> tokens, Report report) {
    List<Token> all = new ArrayList<>(tokens);
    Position end = Places.advance(new Position(name, 1, 1), text, text.length());
    CommonToken eof = new PlacedToken(Token.EOF, "", end, end, false, null, null);
    all.add(eof);
    KamailioParser parser =
        new KamailioParser(new CommonTokenStream(new ListTokenSource(all, name)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrors(report, knowledge));
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    return parser;
  }
}
