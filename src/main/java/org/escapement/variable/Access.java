package org.escapement.variable;

/**
 * How one use of a pseudo-variable is read, and set where that is possible. Made once, when the
 * text is read; its methods are called from many threads at once, so it keeps no state of a run.
 */
@FunctionalInterface
public interface Access {

  /**
   * Reads the value.
   *
   * @param out is without a value when this is called
   */
  void read(VariableContext context, Reading out);

  /** Whether {@link #write} may be called. */
  default boolean isWritable() {
    return false;
  }

  /**
   * Sets the value. One without a value takes the variable away, or sets it to its initial value.
   *
   * @throws RuntimeException if this value, or setting at this moment, is refused; the message says
   *     why
   */
  default void write(VariableContext context, Reading value) {
    throw new UnsupportedOperationException("this variable cannot be set");
  }
}
