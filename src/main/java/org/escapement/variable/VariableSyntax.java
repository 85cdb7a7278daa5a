package org.escapement.variable;

import java.util.function.Function;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.variable.VariableParser.FormatContext;
import org.escapement.variable.VariableParser.SingleContext;
import org.jspecify.annotations.Nullable;

/** Runs the parser over one text, and says in the user's words what is wrong with it. */
final class VariableSyntax {

  private static final String FORM = "write $(name(parameter)[index]{transformation})";

  private final VariableParser parser;
  private final Function<Token, Position> places;

  VariableSyntax(VariableParser parser, Function<Token, Position> places) {
    this.parser = parser;
    this.places = places;
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
  }

  @Nullable FormatContext parseFormat(Problems problems) {
    try {
      return parser.format();
    } catch (ParseCancellationException e) {
      report(problems);
      return null;
    }
  }

  @Nullable SingleContext parseSingle(Problems problems) {
    try {
      return parser.single();
    } catch (ParseCancellationException e) {
      report(problems);
      return null;
    }
  }

  /** The first token that does not fit is the present one. */
  private void report(Problems problems) {
    Token found = parser.getCurrentToken();
    switch (found.getType()) {
      case VariableLexer.LONE_DOLLAR ->
          problems.add(
              places.apply(found),
              "a '$' that begins no pseudo-variable",
              "write $$ for a dollar sign");
      case Token.EOF -> {
        Token open = lastOpen(found);
        problems.add(
            places.apply(open == null ? found : open),
            open == null
                ? "a pseudo-variable is missing"
                : "'" + open.getText() + "' is not closed",
            open != null && open.getType() == VariableLexer.OPEN_BRACE
                ? "close it with }"
                : open == null ? FORM : "close it with )");
      }
      default -> problems.add(places.apply(found), "unexpected '" + found.getText() + "'", FORM);
    }
  }

  /** The innermost parenthesis or brace that is still open at the end of the text. */
  private @Nullable Token lastOpen(Token end) {
    int closed = 0;
    for (int i = end.getTokenIndex() - 1; i >= 0; i--) {
      Token token = parser.getTokenStream().get(i);
      switch (token.getType()) {
        case VariableLexer.CLOSE, VariableLexer.CLOSE_BRACE, VariableLexer.PARAMETER_END ->
            closed++;
        case VariableLexer.OPEN,
            VariableLexer.OPEN_BRACE,
            VariableLexer.CALL,
            VariableLexer.INNER_CALL -> {
          if (closed == 0) {
            return token;
          }
          closed--;
        }
        default -> {}
      }
    }
    return null;
  }
}
