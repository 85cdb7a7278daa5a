package org.escapement.variable;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to one worker: the values of its {@code $var(…)} and its buffers for expansions.
 * Used by one thread at a time.
 */
public final class WorkerStore {

  /** A text under way and the reading that goes into it. */
  static final class Buffer {
    final StringBuilder text = new StringBuilder();
    final Reading reading = new Reading();
  }

  private final ExpansionLimits limits;
  private final @Nullable Buffer[] buffers;
  private int used;
  private @Nullable Object[] values = new Object[0];

  WorkerStore(ExpansionLimits limits) {
    this.limits = limits;
    this.buffers = new Buffer[limits.bufferSlots()];
  }

  ExpansionLimits limits() {
    return limits;
  }

  /** Takes the next buffer, emptied; {@link #give} gives it back. */
  Buffer take() {
    if (used == buffers.length) {
      throw new ExpansionException(
          "expansions are nested deeper than pv_buffer_slots = "
              + buffers.length
              + "; raise it or nest less");
    }
    Buffer buffer = buffers[used];
    if (buffer == null) {
      buffer = new Buffer();
      buffers[used] = buffer;
    }
    used++;
    buffer.text.setLength(0);
    buffer.reading.clear();
    return buffer;
  }

  void give() {
    used--;
  }

  /** What was left in a slot, or null. */
  public @Nullable Object value(int slot) {
    return slot < values.length ? values[slot] : null;
  }

  /**
   * Leaves something in a slot.
   *
   * @param slot one that {@link VariableCatalogue#workerSlot} gave
   */
  public void value(int slot, @Nullable Object value) {
    if (slot >= values.length) {
      values = Arrays.copyOf(values, Math.max(slot + 1, 2 * values.length));
    }
    values[slot] = value;
  }
}
