package org.escapement.variable;

import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.WorkerStore.Buffer;
import org.jspecify.annotations.Nullable;

/** An argument of a transformation: a text, or a text with variables, such as {@code $var(n)}. */
public final class Argument {

  private final PlacedText written;
  private final Format format;
  private final long number;
  private final boolean constantNumber;

  private Argument(PlacedText written, Format format) {
    this.written = written;
    this.format = format;
    Long constant = format.isConstant() ? number(written.text()) : null;
    this.constantNumber = constant != null;
    this.number = constant == null ? 0 : constant;
  }

  static Argument read(PlacedText text, FormatReader reader, Problems problems) {
    return new Argument(text, reader.read(text, problems));
  }

  private static @Nullable Long number(String text) {
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Reports a text that is no number and has no variable that could give one. */
  public Argument needNumber(Problems problems) {
    if (!constantNumber && format.isConstant()) {
      problems.add(
          written.position(),
          "'" + written.text() + "' is no whole number",
          "write digits, or a variable");
    }
    return this;
  }

  /** The argument as text; empty when it is a variable without a value. */
  public String text(VariableContext context) {
    if (format.isConstant()) {
      return format.expand(context);
    }
    Buffer buffer = context.worker().take();
    try {
      format.readInto(context, buffer.reading);
      return buffer.reading.text();
    } finally {
      context.worker().give();
    }
  }

  /**
   * The argument as a number.
   *
   * @throws ExpansionException if it is none at this moment
   */
  public long number(VariableContext context) {
    if (constantNumber) {
      return number;
    }
    Buffer buffer = context.worker().take();
    try {
      format.readInto(context, buffer.reading);
      if (buffer.reading.isNumber()) {
        return buffer.reading.number();
      }
      Long value = number(buffer.reading.text());
      if (value == null) {
        throw new ExpansionException(
            written.position()
                + ": "
                + written.text()
                + " is '"
                + buffer.reading
                + "', no whole number");
      }
      return value;
    } finally {
      context.worker().give();
    }
  }
}
