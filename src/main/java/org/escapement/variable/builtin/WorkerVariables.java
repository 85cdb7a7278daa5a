package org.escapement.variable.builtin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.escapement.variable.Access;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.Reading;
import org.escapement.variable.VariableContext;

/**
 * {@code $var(name)}: each worker has its own. It is 0 until it is set, or what {@link #initial}
 * says. Thread-safe.
 */
public final class WorkerVariables {

  private final Map<String, Named> byName = new ConcurrentHashMap<>();
  private final IntSupplier workerSlots;

  /**
   * @param workerSlots gives places of their own in every worker's store
   */
  public WorkerVariables(IntSupplier workerSlots) {
    this.workerSlots = workerSlots;
  }

  /** Says what a variable has in every worker that did not set it. */
  public void initial(InitialValue value) {
    named(value.name()).initial = value.value();
  }

  /** The variable. */
  public PseudoVariable make() {
    return PseudoVariable.named(
        "var", "A variable of the worker; 0 until it is set", "name", this::named);
  }

  private Named named(String name) {
    return byName.computeIfAbsent(name, n -> new Named(workerSlots.getAsInt()));
  }

  private static final class Named implements Access {

    private final int slot;
    private volatile Object initial = InitialValue.NONE;

    Named(int slot) {
      this.slot = slot;
    }

    @Override
    public void read(VariableContext context, Reading out) {
      Object present = context.worker().value(slot);
      out.setAny(present == null ? initial : present);
    }

    @Override
    public boolean isWritable() {
      return true;
    }

    @Override
    public void write(VariableContext context, Reading value) {
      Object kept = value.value();
      context.worker().value(slot, kept == null ? InitialValue.NONE : kept);
    }
  }
}
