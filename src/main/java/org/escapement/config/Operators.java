package org.escapement.config;

import org.jspecify.annotations.Nullable;

/**
 * The operators of an {@link Expression} on values that are a Long, a Double that is no whole
 * number, or a String.
 */
final class Operators {

  private static final int LONGEST = 65_536;

  private Operators() {}

  /** Reads a number; null when the text is none. */
  static @Nullable Object parse(String text) {
    return text.matches("-?[0-9]{1,15}+\\.[0-9]{1,15}+")
        ? shortest(Double.parseDouble(text))
        : Value.parseInt(text);
  }

  /**
   * Applies a binary operator.
   *
   * @throws ArithmeticException if an operand is no number, or a divisor is zero
   */
  static Object apply(String operator, Object left, Object right) {
    return switch (operator) {
      case "||" -> flag(truth(left) || truth(right));
      case "&&" -> flag(truth(left) && truth(right));
      case "==" -> flag(left.toString().equals(right.toString())); // a number equals its text
      case "!=" -> flag(!left.toString().equals(right.toString()));
      case "+" -> plus(left, right);
      case "<=" -> flag(compare(left, right) <= 0);
      case ">=" -> flag(compare(left, right) >= 0);
      case "<" -> flag(compare(left, right) < 0);
      case ">" -> flag(compare(left, right) > 0);
      case "-", "*", "/", "%", "**" -> arithmetic(operator, number(left), number(right));
      default -> bits(operator, whole(left), whole(right));
    };
  }

  /** The left side decides whether texts are joined or numbers added. */
  private static Object plus(Object left, Object right) {
    if (left instanceof Number && parse(right.toString()) != null) {
      return arithmetic("+", number(left), number(right));
    }
    String joined = left.toString() + right;
    if (joined.length() > LONGEST) {
      throw new ArithmeticException("the string grows past " + LONGEST + " characters");
    }
    return joined;
  }

  private static int compare(Object left, Object right) {
    return left instanceof Long a && right instanceof Long b
        ? Long.compare(a, b)
        : Double.compare(number(left).doubleValue(), number(right).doubleValue());
  }

  private static Object arithmetic(String operator, Number left, Number right) {
    if (left instanceof Long a && right instanceof Long b && isExact(operator)) {
      return exact(operator, a, b);
    }
    double a = left.doubleValue();
    double b = right.doubleValue();
    if (b == 0 && (operator.equals("/") || operator.equals("%"))) {
      throw new ArithmeticException("division by zero");
    }
    return shortest(
        switch (operator) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> a / b;
          case "%" -> a % b;
          default -> Math.pow(a, b);
        });
  }

  private static boolean isExact(String operator) {
    return operator.equals("+") || operator.equals("-") || operator.equals("*");
  }

  private static Object exact(String operator, long a, long b) {
    return switch (operator) {
      case "+" -> Math.addExact(a, b);
      case "-" -> Math.subtractExact(a, b);
      default -> Math.multiplyExact(a, b);
    };
  }

  private static Object bits(String operator, long a, long b) {
    return switch (operator) {
      case "|" -> a | b;
      case "^" -> a ^ b;
      case "&" -> a & b;
      case "<<" -> a << b;
      case ">>" -> a >> b;
      default -> throw new IllegalArgumentException("no operator: " + operator);
    };
  }

  private static Object shortest(double value) {
    if (Double.isNaN(value) || Math.abs(value) >= Long.MAX_VALUE) {
      throw new ArithmeticException("the number is too large");
    }
    return value == Math.rint(value) ? (Object) (long) value : (Object) value;
  }

  private static long flag(boolean value) {
    return value ? 1 : 0;
  }

  static boolean truth(Object value) {
    return value instanceof Number number ? number.doubleValue() != 0 : !value.toString().isEmpty();
  }

  private static Number number(Object value) {
    Object number = value instanceof Number ? value : parse(value.toString());
    if (number == null) {
      throw new ArithmeticException("'" + Report.excerpt(value.toString()) + "' is no number");
    }
    return (Number) number;
  }

  /** A number without its fraction, for the operators on bits. */
  static long whole(Object value) {
    return number(value).longValue();
  }
}
