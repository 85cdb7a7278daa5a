package org.escapement.variable;

/**
 * Turns a value into another, as {@code {s.len}} does. Made once, when the text is read; used by
 * many threads at once.
 */
@FunctionalInterface
public interface Transformation {

  /**
   * Transforms a value in place.
   *
   * @param value has one: without a value, no transformation is asked, and the result is empty
   * @param context gives the values of variables among the arguments
   */
  void apply(Reading value, VariableContext context);
}
