package org.escapement.variable;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.escapement.text.Nearest;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.variable.Format.Piece;
import org.escapement.variable.VariableParser.ArgumentsContext;
import org.escapement.variable.VariableParser.FormatContext;
import org.escapement.variable.VariableParser.InnerContext;
import org.escapement.variable.VariableParser.ParameterContext;
import org.escapement.variable.VariableParser.PieceContext;
import org.escapement.variable.VariableParser.PlaceholderContext;
import org.escapement.variable.VariableParser.TransformationContext;
import org.jspecify.annotations.Nullable;

/** Reads texts with pseudo-variables. Thread-safe. */
public final class FormatReader {

  private final VariableCatalogue catalogue;

  public FormatReader(VariableCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Reads a text.
   *
   * @param problems receives what is wrong, each at its place in the text; the result is then not
   *     to be used
   */
  public Format read(PlacedText text, Problems problems) {
    FormatContext tree = new Source(text).parser().parseFormat(problems);
    List<Piece> pieces = new ArrayList<>();
    if (tree != null) {
      Source source = new Source(text);
      tree.piece().forEach(piece -> pieces.add(piece(source, piece, problems)));
    }
    return new Format(text.text(), joined(pieces));
  }

  /**
   * Reads a text that is one variable and nothing else, such as one to be set.
   *
   * @return null when something is wrong with it, which has been reported
   */
  public @Nullable Expression readVariable(PlacedText text, Problems problems) {
    VariableParser.SingleContext tree = new Source(text).parser().parseSingle(problems);
    if (tree == null) {
      return null;
    }
    int before = problems.list().size();
    Expression found = variable(new Source(text), tree.placeholder(), problems);
    return problems.list().size() == before ? found : null;
  }

  private Piece piece(Source source, PieceContext piece, Problems problems) {
    if (piece.placeholder() != null) {
      return new Piece("", variable(source, piece.placeholder(), problems));
    }
    return new Piece(piece.DOLLAR() != null ? "$" : piece.getText(), null);
  }

  /** A dollar sign and the text around it make one piece. */
  private static List<Piece> joined(List<Piece> pieces) {
    List<Piece> joined = new ArrayList<>();
    for (Piece piece : pieces) {
      int last = joined.size() - 1;
      if (piece.variable() == null && last >= 0 && joined.get(last).variable() == null) {
        joined.set(last, new Piece(joined.get(last).text() + piece.text(), null));
      } else {
        joined.add(piece);
      }
    }
    return joined;
  }

  private Expression variable(Source source, PlaceholderContext tree, Problems problems) {
    Access access = bind(use(source, tree, problems), problems);
    List<Transformation> transformations = new ArrayList<>();
    for (TransformationContext each : tree.transformation()) {
      transformations.add(transformation(source, each, problems));
    }
    return new Expression(
        tree.getText(), source.at(tree.getStart()), access, List.copyOf(transformations));
  }

  private static Use use(Source source, PlaceholderContext tree, Problems problems) {
    if (tree.OPEN() != null) {
      InnerContext inner = tree.inner();
      Token name = inner.getStart();
      return new Use(
          nameOf(name),
          source.at(name),
          inner.parameter() == null ? null : source.text(inner.parameter(), name),
          index(source, tree.INDEX(), problems));
    }
    Token name = tree.getStart();
    ParameterContext parameter = tree.parameter();
    return new Use(
        nameOf(name),
        source.at(name),
        parameter == null ? null : source.text(parameter, name),
        Index.NONE);
  }

  /** Without the dollar sign and the parenthesis that its token may have. */
  private static String nameOf(Token token) {
    String text = token.getText();
    int begin = text.charAt(0) == '$' ? 1 : 0;
    return text.substring(begin, text.endsWith("(") ? text.length() - 1 : text.length());
  }

  private static Index index(Source source, @Nullable TerminalNode node, Problems problems) {
    if (node == null) {
      return Index.NONE;
    }
    String text = node.getText().substring(1, node.getText().length() - 1).strip();
    if (text.equals("*")) {
      return Index.ALL;
    }
    try {
      return Index.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      problems.add(
          source.at(node.getSymbol()),
          "'" + text + "' is no index",
          "write a number, negative to count from the end, or * for all");
      return Index.NONE;
    }
  }

  private Access bind(Use use, Problems problems) {
    return catalogue
        .variable(use.name())
        .map(variable -> variable.bind(use, problems))
        .orElseGet(
            () -> {
              problems.add(
                  use.position(),
                  "unknown pseudo-variable '$" + use.name() + "'",
                  Nearest.advice("name", use.name(), catalogue.variableNames()));
              return PseudoVariable.Simple.NOTHING;
            });
  }

  private Transformation transformation(
      Source source, TransformationContext tree, Problems problems) {
    Token token = tree.name().getStart();
    Position position = source.at(token);
    String name = token.getText().strip();
    TransformationKind kind = catalogue.transformation(name).orElse(null);
    if (kind == null) {
      problems.add(
          position,
          "unknown transformation '{" + name + "}'",
          Nearest.advice("name", name, catalogue.transformationNames()));
      return (value, context) -> {};
    }
    Arguments arguments = new Arguments(source.arguments(tree.arguments(), token), position, this);
    int given = arguments.split().size();
    if (given < kind.fewest() || given > kind.most()) {
      problems.add(
          position,
          "{" + name + "} has " + given + (given == 1 ? " argument" : " arguments"),
          "write " + kind.usage());
      return (value, context) -> {};
    }
    return kind.binder().bind(arguments, problems);
  }

  /** A text and the places of its tokens. */
  private record Source(PlacedText text) {

    VariableSyntax parser() {
      return new VariableSyntax(
          new VariableParser(
              new CommonTokenStream(new VariableLexer(CharStreams.fromString(text.text())))),
          this::at);
    }

    /** Tokens count code points, texts count chars. */
    int chars(int codePoints) {
      return text.text().offsetByCodePoints(0, codePoints);
    }

    Position at(Token token) {
      return text.at(chars(Math.min(token.getStartIndex(), codePoints())));
    }

    private int codePoints() {
      return text.text().codePointCount(0, text.text().length());
    }

    PlacedText text(ParserRuleContext tree, Token before) {
      return part(before.getStopIndex() + 1, end(tree, before));
    }

    /** What stands after the comma that ends a transformation's name. */
    PlacedText arguments(ArgumentsContext tree, Token name) {
      int end = end(tree, name);
      return part(Math.min(name.getStopIndex() + 2, end), end);
    }

    private static int end(ParserRuleContext tree, Token before) {
      return (tree.getChildCount() == 0 ? before : tree.getStop()).getStopIndex() + 1;
    }

    private PlacedText part(int begin, int end) {
      return text.part(chars(begin), chars(end));
    }
  }
}
