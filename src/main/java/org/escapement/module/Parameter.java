package org.escapement.module;

import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.escapement.config.Value;
import org.escapement.text.Problems;

/** A parameter of a module: its name, its type, and what becomes of its value. */
public sealed interface Parameter {

  /** What {@code modparam} calls it. */
  String name();

  /** What it means, in a sentence, with its unit. */
  String doc();

  /** Sets the default, if there is one; called once before {@link #set}. */
  default void reset() {}

  /**
   * Takes one value, in the order of the configuration.
   *
   * @param problems receives what is wrong with it
   */
  void set(Value value, Problems problems);

  /**
   * A whole number; of several values the last one counts.
   *
   * @param fallback the default; set as if it had been written
   * @param least the least value that is allowed
   * @param greatest the greatest value that is allowed
   */
  record Int(String name, String doc, long fallback, long least, long greatest, LongConsumer setter)
      implements Parameter {

    @Override
    public void reset() {
      setter.accept(fallback);
    }

    @Override
    public void set(Value value, Problems problems) {
      if (!(value instanceof Value.Int number)) {
        wrongType(this, "a string", "write a number, without quotes", value, problems);
      } else if (number.value() < least || number.value() > greatest) {
        problems.add(
            value.position(),
            "the value " + number.value() + " of " + name + " is out of range",
            "write a whole number from " + least + " to " + greatest);
      } else {
        setter.accept(number.value());
      }
    }
  }

  /**
   * A string; of several values the last one counts.
   *
   * @param fallback the default; set as if it had been written
   */
  record Text(String name, String doc, String fallback, Consumer<String> setter)
      implements Parameter {

    @Override
    public void reset() {
      setter.accept(fallback);
    }

    @Override
    public void set(Value value, Problems problems) {
      if (value instanceof Value.Text) {
        setter.accept(value.text());
      } else {
        wrongType(this, "a number", "write it in quotes", value, problems);
      }
    }
  }

  /** What a function takes. */
  enum Kind {
    INT,
    TEXT,
    EITHER
  }

  /** A function that is called with each value, and says itself what is wrong with it. */
  record Function(String name, Kind kind, String doc, Setter setter) implements Parameter {

    @Override
    public void set(Value value, Problems problems) {
      boolean number = value instanceof Value.Int;
      if (number && kind == Kind.TEXT) {
        wrongType(this, "a number", "write it in quotes", value, problems);
      } else if (!number && kind == Kind.INT) {
        wrongType(this, "a string", "write a number, without quotes", value, problems);
      } else {
        setter.set(value, problems);
      }
    }
  }

  /** Takes a value. */
  @FunctionalInterface
  interface Setter {
    void set(Value value, Problems problems);
  }

  private static void wrongType(
      Parameter parameter, String given, String advice, Value value, Problems problems) {
    problems.add(value.position(), "parameter " + parameter.name() + " cannot be " + given, advice);
  }
}
