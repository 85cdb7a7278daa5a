package org.escapement.queue;

import org.jspecify.annotations.Nullable;

/** Items in their order. Not thread-safe. */
interface Items {

  /** Adds one at the end; returns false if its key keeps it out. */
  boolean add(Item item);

  /** Takes the oldest away. */
  @Nullable Item poll();

  int size();
}
