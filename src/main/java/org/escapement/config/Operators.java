package org.escapement.config;

/** The operators of an {@link Expression} on values that are a Long or a String. */
final class Operators {

  private static final int LONGEST = 65_536;

  private Operators() {}

  /**
   * Applies a binary operator.
   *
   * @throws ArithmeticException if an operand is no number, or a divisor is zero
   */
  static Object apply(String operator, Object left, Object right) {
    return switch (operator) {
      case "||" -> flag(truth(left) || truth(right));
      case "&&" -> flag(truth(left) && truth(right));
      case "==" -> flag(same(left, right));
      case "!=" -> flag(!same(left, right));
      case "+" ->
          left instanceof String || right instanceof String
              ? joined(left.toString(), right.toString())
              : (Object) (number(left) + number(right));
      default -> arithmetic(operator, number(left), number(right));
    };
  }

  private static long arithmetic(String operator, long a, long b) {
    return switch (operator) {
      case "|" -> a | b;
      case "^" -> a ^ b;
      case "&" -> a & b;
      case "<=" -> flag(a <= b);
      case ">=" -> flag(a >= b);
      case "<" -> flag(a < b);
      case ">" -> flag(a > b);
      case "<<" -> a << b;
      case ">>" -> a >> b;
      case "-" -> a - b;
      case "*" -> a * b;
      case "/" -> a / divisor(b);
      case "%" -> a % divisor(b);
      default -> throw new IllegalArgumentException("no operator: " + operator);
    };
  }

  private static String joined(String left, String right) {
    if (left.length() + right.length() > LONGEST) {
      throw new ArithmeticException("the string grows past " + LONGEST + " characters");
    }
    return left + right;
  }

  private static long divisor(long b) {
    if (b == 0) {
      throw new ArithmeticException("division by zero");
    }
    return b;
  }

  private static long flag(boolean value) {
    return value ? 1 : 0;
  }

  /** A number equals the string that shows it. */
  private static boolean same(Object left, Object right) {
    return left.toString().equals(right.toString());
  }

  static boolean truth(Object value) {
    return value instanceof Long number ? number != 0 : !value.toString().isEmpty();
  }

  static long number(Object value) {
    Long number = value instanceof Long n ? n : Value.parseInt(value.toString());
    if (number == null) {
      throw new ArithmeticException("'" + Report.excerpt(value.toString()) + "' is no number");
    }
    return number;
  }
}
