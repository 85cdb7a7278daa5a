package org.escapement.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.jspecify.annotations.Nullable;

/**
 * Says what is wrong with a statement in the user's words, once, and goes on with the next
 * statement. Nothing is inserted or left out to make a statement fit.
 */
final class SyntaxErrors extends DefaultErrorStrategy {

  private static final Map<Integer, String> ADVICE =
      Map.ofEntries(
          Map.entry(KamailioParser.RULE_loadModule, "write loadmodule \"name\""),
          Map.entry(
              KamailioParser.RULE_modParam, "write modparam(\"module\", \"parameter\", value)"),
          Map.entry(
              KamailioParser.RULE_listen, "write listen=udp:192.0.2.1:5060, the port as needed"),
          Map.entry(KamailioParser.RULE_listenOption, "write advertise host:port or name \"name\""),
          Map.entry(KamailioParser.RULE_socket, "write socket={ bind=udp:192.0.2.1:5060; }"),
          Map.entry(KamailioParser.RULE_socketEntry, "write name=value; for each entry"),
          Map.entry(KamailioParser.RULE_alias, "write alias=host:port"),
          Map.entry(KamailioParser.RULE_flags, "write flags NAME:number, NAME:number"),
          Map.entry(KamailioParser.RULE_flag, "write flags NAME:number, NAME:number"),
          Map.entry(KamailioParser.RULE_route, "write route[NAME] { … }"),
          Map.entry(KamailioParser.RULE_routeName, "write route[NAME] { … }"),
          Map.entry(KamailioParser.RULE_setting, "write name=value"));

  private static final List<String> ANY_VALUE =
      List.of("a string in quotes", "a whole number", "a word");

  private final Report report;
  private final Knowledge knowledge;

  SyntaxErrors(Report report, Knowledge knowledge) {
    this.report = report;
    this.knowledge = knowledge;
  }

  /**
   * Within a statement the default looks ahead and repairs; here the first token that does not fit
   * ends it. What begins no statement is passed over, else it would end the file.
   */
  @Override
  public void sync(Parser recognizer) {
    if (recognizer.getContext() instanceof KamailioParser.FileContext) {
      ATN grammar = recognizer.getATN();
      IntervalSet fitting = grammar.nextTokens(grammar.states.get(recognizer.getState()));
      while (!fitting.contains(recognizer.getInputStream().LA(1))) {
        RecognitionException e = new InputMismatchException(recognizer);
        reportError(recognizer, e);
        recover(recognizer, e);
      }
    }
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    throw new InputMismatchException(recognizer);
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    if (!betweenStatements(recognizer)) {
      throw e;
    }
    TokenStream input = recognizer.getInputStream();
    if (isValueMissing(input)) {
      input.seek(input.index() - 1);
    } else {
      skipStatement(input, recognizer.getContext());
    }
    endErrorCondition(recognizer);
  }

  private static boolean betweenStatements(Parser recognizer) {
    return recognizer.getContext() instanceof KamailioParser.StatementContext
        || recognizer.getContext() instanceof KamailioParser.FileContext;
  }

  /** In {@code a= b=1} the name b has been taken for the value of a. */
  private static boolean isValueMissing(TokenStream input) {
    return input.index() > 1
        && input.LA(1) == KamailioLexer.EQUALS
        && isName(input.LA(-1))
        && input.LA(-2) == KamailioLexer.EQUALS;
  }

  private static boolean isName(int type) {
    return type == KamailioLexer.WORD || type == KamailioLexer.BARE;
  }

  /** Passes over tokens up to one that begins a statement. */
  private static void skipStatement(TokenStream input, ParserRuleContext statement) {
    if (input.LT(1) == statement.getStart() && input.LA(1) != Token.EOF) {
      input.consume();
    }
    while (input.LA(1) != Token.EOF && !begins(input)) {
      boolean end = input.LA(1) == KamailioLexer.SEMICOLON;
      input.consume();
      if (end) {
        return;
      }
    }
  }

  private static boolean begins(TokenStream input) {
    Token before = input.LT(-1);
    boolean firstOfLine = before == null || before.getLine() != input.LT(1).getLine();
    if (!firstOfLine) {
      return false;
    }
    return switch (input.LA(1)) {
      case KamailioLexer.LOADMODULE,
          KamailioLexer.MODPARAM,
          KamailioLexer.LISTEN,
          KamailioLexer.SOCKET,
          KamailioLexer.ALIAS,
          KamailioLexer.FLAGS,
          KamailioLexer.AVPFLAGS,
          KamailioLexer.ROUTE,
          KamailioLexer.QUOTED_SETTING ->
          true;
      case KamailioLexer.WORD, KamailioLexer.BARE, KamailioLexer.DESC ->
          input.LA(2) == KamailioLexer.EQUALS;
      default -> false;
    };
  }

  @Override
  public void reportError(Parser recognizer, RecognitionException e) {
    if (inErrorRecoveryMode(recognizer)) {
      return;
    }
    beginErrorCondition(recognizer);
    Token found = e.getOffendingToken();
    Token before = recognizer.getInputStream().LT(-1);
    if (betweenStatements(recognizer) && isValueMissing(recognizer.getInputStream())) {
      report.problem(
          position(before, found),
          "expected a value after '=', found the next setting " + describe(before),
          "write name=value");
    } else if (!reportUnknownWord(recognizer, before, found)) {
      report.problem(
          position(found, before),
          "expected " + expected(recognizer, e, before) + ", found " + describe(found),
          advice(recognizer.getContext()) + spanning(found, before));
    }
  }

  private boolean reportUnknownWord(Parser recognizer, @Nullable Token before, Token found) {
    if (!(recognizer.getContext() instanceof KamailioParser.SettingContext)
        || found.getType() == KamailioLexer.EQUALS
        || !(before instanceof PlacedToken word)
        || knowledge.knowsStatement(word.getText())) {
      return false;
    }
    report.problem(
        word.position(),
        "unknown statement '" + Report.excerpt(word.getText()) + "'",
        knowledge.adviceForStatement(word.getText()));
    return true;
  }

  private static Position position(Token found, @Nullable Token before) {
    if (found instanceof PlacedToken placed) {
      return placed.position();
    }
    return before instanceof PlacedToken placed
        ? placed.position()
        : Position.of("the configuration");
  }

  private static String expected(
      Parser recognizer, RecognitionException e, @Nullable Token before) {
    if (betweenStatements(recognizer)) {
      return "a statement";
    }
    List<String> names =
        Objects.requireNonNull(e.getExpectedTokens()).toList().stream()
            .map(SyntaxErrors::name)
            .distinct()
            .collect(Collectors.toList());
    if (recognizer.getContext() instanceof KamailioParser.RouteNameContext) {
      names = List.of("a name");
    } else if (names.containsAll(ANY_VALUE)) {
      names = List.of("a value");
    }
    String after = before == null ? "" : " after " + describe(before);
    return String.join(" or ", names) + after;
  }

  private static String name(int type) {
    return switch (type) {
      case KamailioLexer.TEXT -> "a string in quotes";
      case KamailioLexer.NUMBER -> "a whole number";
      case KamailioLexer.WORD, KamailioLexer.BARE, KamailioLexer.PIECE -> "a word";
      case KamailioLexer.BODY -> "a block in braces";
      case KamailioLexer.EQUALS -> "'='";
      case KamailioLexer.COMMA -> "','";
      case KamailioLexer.COLON -> "':'";
      case KamailioLexer.SEMICOLON -> "';'";
      case KamailioLexer.OPEN_PAREN -> "'('";
      case KamailioLexer.CLOSE_PAREN -> "')'";
      case KamailioLexer.OPEN_BRACKET -> "'['";
      case KamailioLexer.CLOSE_BRACKET -> "']'";
      case KamailioLexer.OPEN_BRACE -> "'{'";
      case KamailioLexer.CLOSE_BRACE -> "'}'";
      case Token.EOF -> "the end of the file";
      default ->
          "'" + KamailioLexer.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT) + "'";
    };
  }

  private static String describe(Token token) {
    if (token.getType() == Token.EOF) {
      return "the end of the file";
    }
    if (token.getType() == KamailioLexer.BODY) {
      return "a block in braces";
    }
    if (!(token instanceof PlacedToken placed)) {
      return "'" + Report.excerpt(token.getText()) + "'";
    }
    PlacedText value = placed.value();
    String text =
        value == null
            ? "'" + Report.excerpt(token.getText()) + "'"
            : "the string \"" + Report.excerpt(value.text()) + '"';
    return placed.define() == null ? text : text + " from the define " + placed.define();
  }

  private static String advice(@Nullable ParserRuleContext context) {
    for (ParserRuleContext c = context; c != null; c = c.getParent()) {
      String advice = ADVICE.get(c.getRuleIndex());
      if (advice != null) {
        return advice;
      }
    }
    return "write name=value, loadmodule, modparam, listen, alias or a route";
  }

  /** A hint at a quote that is missing further up, when a string runs over a line's end. */
  private static String spanning(Token found, @Nullable Token before) {
    for (Token token : new Token[] {found, before}) {
      if (token instanceof PlacedToken placed
          && placed.value() != null
          && placed.getText().indexOf('\n') >= 0) {
        return " (the string from "
            + placed.position()
            + " runs over several lines: is a quote missing?)";
      }
    }
    return "";
  }
}
