package org.escapement.clock;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The entries that are due in one iteration, taken out in the order of their runs: the lowest
 * priority number first, then what has been due longest, then what was armed first.
 *
 * <p>A binary heap whose keys are copies: what another thread does to an entry meanwhile does not
 * disturb the order of the rest. Allocates only to grow. Not thread-safe.
 */
final class Batch {

  private @Nullable Entry[] entries = new @Nullable Entry[64];
  private long[] keys = new long[64 * KEYS];
  private int size;

  private static final int KEYS = 3;

  /** Takes up an entry; the order is there after {@link #sort}. */
  void add(Entry entry, long dueForNanos) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size * 2);
      keys = Arrays.copyOf(keys, size * 2 * KEYS);
    }
    entries[size] = entry;
    keys[size * KEYS] = entry.priority;
    keys[size * KEYS + 1] = ~dueForNanos;
    keys[size * KEYS + 2] = entry.order;
    size++;
  }

  /** Takes out the entry that is in the batch, if there is exactly one. */
  @Nullable Entry takeOnly() {
    if (size != 1) {
      return null;
    }
    size = 0;
    Entry only = entries[0];
    entries[0] = null;
    return only;
  }

  void sort() {
    for (int i = size / 2 - 1; i >= 0; i--) {
      siftDown(i);
    }
  }

  /** Takes out the first entry, or null when there is none left. */
  @Nullable Entry poll() {
    if (size == 0) {
      return null;
    }
    size--;
    Entry first = entries[0];
    swap(0, size);
    entries[size] = null;
    siftDown(0);
    return first;
  }

  void clear() {
    if (size > 0) {
      Arrays.fill(entries, 0, size, null);
      size = 0;
    }
  }

  private void siftDown(int from) {
    int parent = from;
    int child = 2 * parent + 1;
    while (child < size) {
      if (child + 1 < size && isBefore(child + 1, child)) {
        child++;
      }
      if (!isBefore(child, parent)) {
        return;
      }
      swap(child, parent);
      parent = child;
      child = 2 * parent + 1;
    }
  }

  private boolean isBefore(int a, int b) {
    for (int k = 0; k < KEYS; k++) {
      long left = keys[a * KEYS + k];
      long right = keys[b * KEYS + k];
      if (left != right) {
        return left < right;
      }
    }
    return false;
  }

  private void swap(int a, int b) {
    Entry entry = entries[a];
    entries[a] = entries[b];
    entries[b] = entry;
    for (int k = 0; k < KEYS; k++) {
      long key = keys[a * KEYS + k];
      keys[a * KEYS + k] = keys[b * KEYS + k];
      keys[b * KEYS + k] = key;
    }
  }
}
