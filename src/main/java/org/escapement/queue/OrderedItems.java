package org.escapement.queue;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Items whose keys do not matter. */
final class OrderedItems implements Items {

  private static final int FIRST_ROOM = 1024;

  private final ArrayDeque<Item> items;

  OrderedItems(int most) {
    items = new ArrayDeque<>(Math.min(most, FIRST_ROOM));
  }

  @Override
  public boolean add(Item item) {
    return items.add(item);
  }

  @Override
  public @Nullable Item poll() {
    return items.poll();
  }

  @Override
  public int size() {
    return items.size();
  }
}
