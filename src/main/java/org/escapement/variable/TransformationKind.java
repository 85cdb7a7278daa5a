package org.escapement.variable;

import org.escapement.text.Problems;

/**
 * A kind of transformation.
 *
 * @param name such as {@code s.substr}
 * @param arguments what stands after the name, for messages and the reference, such as {@code
 *     ,offset,length}; empty when it takes none
 * @param help what it gives: one sentence without its full stop
 * @param fewest arguments that it must have
 * @param most arguments that it may have; more than that are refused. {@link #RAW}: it reads the
 *     text of its arguments itself
 * @param binder makes the transformation of one use; it reports what is wrong with the arguments
 */
public record TransformationKind(
    String name, String arguments, String help, int fewest, int most, Binder binder) {

  /** For {@link #most}: a comma need not separate arguments. */
  public static final int RAW = Integer.MAX_VALUE;

  /** Makes the transformation of one use. */
  @FunctionalInterface
  public interface Binder {
    Transformation bind(Arguments arguments, Problems problems);
  }

  /** One without arguments. */
  public static TransformationKind of(String name, String help, Transformation transformation) {
    return new TransformationKind(name, "", help, 0, 0, (arguments, problems) -> transformation);
  }

  /** How it is written. */
  public String usage() {
    return '{' + name + arguments + '}';
  }
}
