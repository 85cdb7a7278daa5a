package org.escapement.parameter;

import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Reads a parameter that is a whole number, a level, a duration, or a switch, as often as needed:
 * without a lock, a look-up or garbage. Thread-safe.
 */
public final class IntParameter implements IntSupplier {

  private final Parameter parameter;

  IntParameter(Parameter parameter) {
    this.parameter = parameter;
  }

  /** What it has now, in the unit of the catalogue; 0 when it has nothing. */
  @Override
  public int getAsInt() {
    return parameter.setting().number();
  }

  /**
   * The duration that it has now.
   *
   * @throws IllegalStateException if it is none
   */
  public Duration duration() {
    if (parameter.value() instanceof Duration duration) {
      return duration;
    }
    throw new IllegalStateException(parameter + " is no duration");
  }

  /** Whether messages of this level are written when {@code debug} has the given value. */
  public boolean isWrittenAt(int debug) {
    return getAsInt() <= debug;
  }

  public Parameter parameter() {
    return parameter;
  }

  @Override
  public String toString() {
    return parameter + "=" + getAsInt();
  }
}
