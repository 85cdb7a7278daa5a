package org.escapement.queue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a queue should do: a list that is searched from end to end, for one thread. */
final class NaiveQueue {

  private final List<Item> items = new ArrayList<>();
  private final AddMode mode;
  private final int size;

  NaiveQueue(AddMode mode, int size) {
    this.mode = mode;
    this.size = size;
  }

  boolean add(Item item) {
    boolean there = items.stream().anyMatch(other -> other.key().equals(item.key()));
    if (there && mode == AddMode.KEEP_OLDEST) {
      return false;
    }
    if (there && mode == AddMode.KEEP_NEWEST) {
      items.removeIf(other -> other.key().equals(item.key()));
    }
    items.add(item);
    if (items.size() > size) {
      items.remove(0);
    }
    return true;
  }

  @Nullable Item fetch() {
    return items.isEmpty() ? null : items.remove(0);
  }

  int size() {
    return items.size();
  }
}
