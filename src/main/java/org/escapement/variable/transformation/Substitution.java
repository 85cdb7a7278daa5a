package org.escapement.variable.transformation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.Argument;
import org.escapement.variable.Arguments;
import org.escapement.variable.Reading;
import org.escapement.variable.Transformation;
import org.escapement.variable.TransformationKind;
import org.escapement.variable.VariableContext;

/**
 * {@code {re.subst,/expression/replacement/flags}}: the expression is compiled once. Flags: g every
 * match, i upper and lower case alike, s the dot matches a line's end. In the replacement, {@code
 * \1} to {@code \9} are groups, {@code \0} the match, and variables have their values.
 */
final class Substitution implements Transformation {

  private static final String FORM = "write /expression/replacement/ with flags g, i or s after it";

  /** A piece of a replacement: a text, or a group. */
  private record Piece(Argument text, int group) {}

  private static final int TEXT = -1;

  private final Pattern pattern;
  private final List<Piece> replacement;
  private final boolean all;

  private Substitution(Pattern pattern, List<Piece> replacement, boolean all) {
    this.pattern = pattern;
    this.replacement = replacement;
    this.all = all;
  }

  @Override
  public void apply(Reading value, VariableContext context) {
    String text = value.text();
    BoundedMatch match = new BoundedMatch(pattern, text);
    StringBuilder out = new StringBuilder();
    int copied = 0;
    boolean more = match.find();
    while (more) {
      out.append(text, copied, match.start(0));
      append(out, match, text, context);
      copied = match.end(0);
      more = all && match.find();
    }
    value.set(out.append(text, copied, text.length()).toString());
  }

  private void append(StringBuilder out, BoundedMatch match, String text, VariableContext context) {
    for (Piece piece : replacement) {
      if (piece.group == TEXT) {
        out.append(piece.text.text(context));
      } else if (match.start(piece.group) >= 0) {
        out.append(text, match.start(piece.group), match.end(piece.group));
      }
    }
  }

  /** Reads uses of the transformation. */
  static final class Kind {

    TransformationKind make() {
      return new TransformationKind(
          "re.subst",
          ",/expression/replacement/flags",
          "With the first match of a regular expression replaced; flag g: every match; i: upper and"
              + " lower case alike; s: the dot matches a line's end. \\1 is the first group",
          1,
          TransformationKind.RAW,
          Kind::read);
    }

    private static Transformation read(Arguments arguments, Problems problems) {
      PlacedText raw = arguments.raw();
      String text = raw.text();
      int second = text.isEmpty() ? -1 : text.indexOf(text.charAt(0), 1);
      int third = second < 0 ? -1 : text.indexOf(text.charAt(0), second + 1);
      if (second < 2 || third < 0 || !text.substring(third + 1).matches("[gis]*+")) {
        problems.add(raw.position(), "'" + text + "' is no substitution", FORM);
        return (value, context) -> {};
      }
      String flags = text.substring(third + 1);
      try {
        Pattern pattern = Pattern.compile(text.substring(1, second), flags(flags));
        int groups = pattern.matcher("").groupCount();
        List<Piece> replacement = pieces(raw.part(second + 1, third), groups, arguments, problems);
        return new Substitution(pattern, replacement, flags.contains("g"));
      } catch (PatternSyntaxException e) {
        problems.add(
            raw.at(1 + Math.max(0, e.getIndex())),
            "'" + text.substring(1, second) + "' is no regular expression: " + e.getDescription(),
            "correct it");
        return (value, context) -> {};
      }
    }

    private static int flags(String letters) {
      return (letters.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
          | (letters.contains("s") ? Pattern.DOTALL : 0);
    }

    private static List<Piece> pieces(
        PlacedText placed, int groups, Arguments arguments, Problems problems) {
      List<Piece> pieces = new ArrayList<>();
      String text = placed.text();
      int begin = 0;
      for (int i = text.indexOf('\\'); i >= 0; i = text.indexOf('\\', i + 2)) {
        int group = i + 1 < text.length() ? Character.digit(text.charAt(i + 1), 10) : -1;
        if (group > groups) {
          problems.add(
              placed.at(i),
              "the replacement uses \\" + group + ", but the expression has " + groups + " groups",
              "add a group in parentheses");
        } else if (group >= 0) {
          pieces.add(text(placed.part(begin, i), arguments, problems));
          pieces.add(new Piece(text(placed.part(i, i), arguments, problems).text, group));
          begin = i + 2;
        }
      }
      pieces.add(text(placed.part(begin, text.length()), arguments, problems));
      return List.copyOf(pieces);
    }

    private static Piece text(PlacedText text, Arguments arguments, Problems problems) {
      return new Piece(arguments.read(text, problems), TEXT);
    }
  }
}
