package org.escapement.variable;

import java.util.List;
import org.escapement.variable.WorkerStore.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A text with pseudo-variables, read once and expanded often. Thread-safe.
 *
 * <p>{@link #appendTo} allocates nothing itself and looks nothing up by name.
 */
public final class Format {

  /**
   * What a text consists of.
   *
   * @param text when it is no variable
   */
  record Piece(String text, @Nullable Expression variable) {}

  private final String written;
  private final Piece[] pieces;
  private final int variables;

  Format(String written, List<Piece> pieces) {
    this.written = written;
    this.pieces = pieces.toArray(Piece[]::new);
    this.variables = (int) pieces.stream().filter(p -> p.variable != null).count();
  }

  /** Whether it has no variables. */
  public boolean isConstant() {
    return variables == 0;
  }

  /** How many variables it has. */
  public int variables() {
    return variables;
  }

  /**
   * The text with the present values.
   *
   * @throws ExpansionException if it is longer than {@code pv_buffer_size}, or nested deeper than
   *     {@code pv_buffer_slots}
   */
  public String expand(VariableContext context) {
    if (pieces.length == 0) {
      return "";
    }
    if (pieces.length == 1 && pieces[0].variable == null) {
      return pieces[0].text;
    }
    WorkerStore worker = context.worker();
    Buffer buffer = worker.take();
    try {
      append(context, buffer.text, buffer.reading);
      return buffer.text.toString();
    } finally {
      worker.give();
    }
  }

  /**
   * Appends the text with the present values.
   *
   * @throws ExpansionException as {@link #expand} does; what was appended until then stays
   */
  public void appendTo(VariableContext context, StringBuilder out) {
    WorkerStore worker = context.worker();
    Buffer buffer = worker.take();
    try {
      append(context, out, buffer.reading);
    } finally {
      worker.give();
    }
  }

  private void append(VariableContext context, StringBuilder out, Reading reading) {
    int begin = out.length();
    ExpansionLimits limits = context.worker().limits();
    for (Piece piece : pieces) {
      if (piece.variable == null) {
        out.append(piece.text);
      } else {
        piece.variable.read(context, reading);
        reading.appendTo(out);
      }
      if (!limits.holds(out, begin)) {
        throw new ExpansionException(
            "'"
                + written
                + "' makes a text longer than pv_buffer_size = "
                + limits.bufferSize()
                + " bytes; raise it or shorten the text");
      }
    }
  }

  /** The value of a text that is one variable, with its kind; any other is a text. */
  void readInto(VariableContext context, Reading out) {
    if (pieces.length == 1 && pieces[0].variable != null) {
      pieces[0].variable.read(context, out);
    } else {
      out.set(expand(context));
    }
  }

  /** As it was written. */
  @Override
  public String toString() {
    return written;
  }
}
