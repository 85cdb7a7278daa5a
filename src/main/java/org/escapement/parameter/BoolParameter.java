package org.escapement.parameter;

import java.util.function.BooleanSupplier;

/** Reads a switch as often as needed, without a lock, a look-up or garbage. Thread-safe. */
public final class BoolParameter implements BooleanSupplier {

  private final Parameter parameter;

  BoolParameter(Parameter parameter) {
    this.parameter = parameter;
  }

  @Override
  public boolean getAsBoolean() {
    return parameter.setting().number() != 0;
  }

  public Parameter parameter() {
    return parameter;
  }

  @Override
  public String toString() {
    return parameter + "=" + getAsBoolean();
  }
}
