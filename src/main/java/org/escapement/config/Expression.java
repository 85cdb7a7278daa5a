package org.escapement.config;

import java.util.List;
import org.escapement.text.PlacedText;
import org.escapement.text.Position;

/**
 * The expression of an {@code #!ifexp} or {@code #!defexp}: numbers, strings, defines and the
 * operators of C from {@code ||} down to the unary ones, {@code **} for powers, and {@code
 * defined(NAME)}. A unary {@code ^} means what {@code ~} does. A name that is not defined counts as
 * 0, one without a value as 1.
 */
final class Expression {

  private static final int DEEPEST = 100;
  private static final String POWER = "**";

  /** Binary operators, those that bind least first; longer ones stand before their beginnings. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("|"),
          List.of("^"),
          List.of("&"),
          List.of("==", "!="),
          List.of("<=", ">=", "<", ">"),
          List.of("<<", ">>"),
          List.of("+", "-"),
          List.of("*", "/", "%"),
          List.of("**"));

  private final PlacedText source;
  private final String text;
  private final Defines defines;
  private final Report report;
  private int next;
  private int depth;

  Expression(PlacedText source, Defines defines, Report report) {
    this.source = source;
    this.text = source.text();
    this.defines = defines;
    this.report = report;
  }

  /** What is wrong with an expression, and where. */
  private static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Position position;
    private final String advice;

    Wrong(Position position, String what, String advice) {
      super(what);
      this.position = position;
      this.advice = advice;
    }
  }

  /** Whether it holds; false after reporting that it is wrong. */
  boolean isTrue() {
    return Operators.truth(evaluate());
  }

  /**
   * Its result as the text of a define.
   *
   * @param quoted whether to make it a string in quotes
   */
  String result(boolean quoted) {
    Object value = evaluate();
    return quoted || value instanceof String
        ? Directives.quoted(value.toString())
        : value.toString();
  }

  /** A Long, a Double that is no whole number, or a String. */
  private Object evaluate() {
    try {
      Object value = binary(0);
      blanks();
      if (next < text.length() && text.charAt(next) != '#') {
        throw wrong("expected an operator, found '" + Report.excerpt(text.substring(next)) + "'");
      }
      return value;
    } catch (Wrong e) {
      report.problem(e.position, String.valueOf(e.getMessage()), e.advice);
      return 0L;
    }
  }

  private Wrong wrong(String what) {
    return new Wrong(
        source.at(next), what, "write an expression such as NAME == \"value\" && COUNT > 1");
  }

  private Object binary(int level) throws Wrong {
    if (level == LEVELS.size()) {
      return unary();
    }
    Object left = binary(level + 1);
    for (String operator = operator(level); !operator.isEmpty(); operator = operator(level)) {
      int place = next;
      next += operator.length();
      Object right = binary(operator.equals(POWER) ? level : level + 1); // a power of a power
      try {
        left = Operators.apply(operator, left, right);
      } catch (ArithmeticException e) {
        next = place;
        throw wrong(String.valueOf(e.getMessage()));
      }
    }
    return left;
  }

  /** The operator of a level that comes next, or an empty text. */
  private String operator(int level) {
    blanks();
    for (String operator : LEVELS.get(level)) {
      if (text.startsWith(operator, next) && !belongsToLonger(operator)) {
        return operator;
      }
    }
    return "";
  }

  private boolean belongsToLonger(String operator) {
    return operator.length() == 1
        && "|&<>*".contains(operator)
        && text.startsWith(operator, next + 1);
  }

  private Object unary() throws Wrong {
    blanks();
    if (++depth > DEEPEST) {
      throw wrong("the expression is nested deeper than " + DEEPEST);
    }
    try {
      char c = next < text.length() ? text.charAt(next) : ' ';
      return "!-~^".indexOf(c) >= 0 ? prefixed(c) : c == '(' ? grouped() : primary(c);
    } finally {
      depth--;
    }
  }

  private Object prefixed(char operator) throws Wrong {
    int place = next++;
    Object operand = unary();
    try {
      return switch (operator) {
        case '!' -> Operators.truth(operand) ? 0L : 1L;
        case '-' -> Operators.apply("-", 0L, operand);
        default -> ~Operators.whole(operand);
      };
    } catch (ArithmeticException e) {
      next = place;
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private Object grouped() throws Wrong {
    next++;
    Object inner = binary(0);
    close();
    return inner;
  }

  private void close() throws Wrong {
    blanks();
    if (!text.startsWith(")", next)) {
      throw wrong("expected ')'");
    }
    next++;
  }

  private Object primary(char c) throws Wrong {
    if (c == '"' || c == '\'') {
      return string(c);
    }
    int end = next;
    while (end < text.length() && isNamePart(text.charAt(end))) {
      end++;
    }
    String word = text.substring(next, end);
    if (word.isEmpty()) {
      throw wrong("expected a number, a string or a name");
    }
    if (Character.isDigit(c)) {
      if (end + 1 < text.length() && text.charAt(end) == '.') {
        do {
          end++;
        } while (end < text.length() && isNamePart(text.charAt(end)));
        word = text.substring(next, end);
      }
      Object number = Operators.parse(word);
      if (number == null) {
        throw wrong("'" + Report.excerpt(word) + "' is no number");
      }
      next = end;
      return number;
    }
    next = end;
    return word.equals("defined") ? defined() : valueOf(word);
  }

  private static boolean isNamePart(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private String string(char quote) throws Wrong {
    int end = next + 1;
    while (end < text.length() && text.charAt(end) != quote) {
      end += quote == '"' && text.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= text.length()) {
      throw wrong("the string that begins here has no end");
    }
    String content = StringLiteral.read(text.substring(next, end + 1), source.at(next)).text();
    next = end + 1;
    return content;
  }

  private Object defined() throws Wrong {
    blanks();
    boolean parenthesis = text.startsWith("(", next);
    next += parenthesis ? 1 : 0;
    blanks();
    int begin = next;
    while (next < text.length() && isNamePart(text.charAt(next))) {
      next++;
    }
    boolean known = defines.has(text.substring(begin, next));
    if (parenthesis) {
      close();
    }
    return known ? 1L : 0L;
  }

  private Object valueOf(String name) {
    Define define = defines.find(name);
    if (define == null) {
      return 0L;
    }
    String raw = define.raw();
    if (raw.isEmpty()) {
      return 1L;
    }
    Object number = Operators.parse(raw);
    if (number != null) {
      return number;
    }
    PlacedToken single = define.single();
    return single != null && single.isString()
        ? StringLiteral.read(single.getText(), single.origin()).text()
        : raw;
  }

  private void blanks() {
    while (next < text.length() && text.charAt(next) <= ' ') {
      next++;
    }
  }
}
