package org.escapement.variable;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.escapement.text.Position;

/** One use of a pseudo-variable in a text, with its transformations. Thread-safe. */
public final class Expression {

  private final String written;
  private final Position position;
  private final Access access;
  private final Transformation[] transformations;
  private final AtomicBoolean failed = new AtomicBoolean();

  Expression(
      String written, Position position, Access access, List<Transformation> transformations) {
    this.written = written;
    this.position = position;
    this.access = access;
    this.transformations = transformations.toArray(Transformation[]::new);
  }

  /** Where it begins. */
  public Position position() {
    return position;
  }

  /** Whether it can be set: transformations make a copy, which cannot. */
  public boolean isWritable() {
    return access.isWritable() && transformations.length == 0;
  }

  /**
   * Reads the value. Transformed, a variable without a value is an empty text. One that throws has
   * no value; the first time, that is logged.
   */
  public void read(VariableContext context, Reading out) {
    out.clear();
    try {
      access.read(context, out);
      for (Transformation transformation : transformations) {
        if (out.isNull()) {
          break;
        }
        transformation.apply(out, context);
      }
    } catch (RuntimeException e) { // whose variable it is, a text must not fail by it
      if (failed.compareAndSet(false, true)) {
        VariableLog.LOG.notRead(position.toString(), written, e.toString(), e);
      }
      out.clear();
    }
    if (transformations.length > 0 && out.isNull()) {
      out.set("");
    }
  }

  /**
   * Sets the variable.
   *
   * @throws ExpansionException if it cannot be set, or not to this value or at this moment
   */
  public void write(VariableContext context, Reading value) {
    if (!isWritable()) {
      throw new ExpansionException(position + ": " + written + " cannot be set");
    }
    try {
      access.write(context, value);
    } catch (RuntimeException e) {
      throw new ExpansionException(
          position + ": " + written + " cannot be set to '" + value + "': " + e.getMessage(), e);
    }
  }

  /** As it was written. */
  @Override
  public String toString() {
    return written;
  }
}
