package org.escapement.queue;

import java.util.Iterator;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/** Items of which there is one for each key. */
final class KeyedItems implements Items {

  private final LinkedHashMap<String, Item> byKey = new LinkedHashMap<>();
  private final AddMode mode;

  KeyedItems(AddMode mode) {
    this.mode = mode;
  }

  @Override
  public boolean add(Item item) {
    if (mode == AddMode.KEEP_OLDEST) {
      return byKey.putIfAbsent(item.key(), item) == null;
    }
    byKey.remove(item.key());
    byKey.put(item.key(), item);
    return true;
  }

  @Override
  public @Nullable Item poll() {
    Iterator<Item> oldest = byKey.values().iterator();
    if (!oldest.hasNext()) {
      return null;
    }
    Item item = oldest.next();
    oldest.remove();
    return item;
  }

  @Override
  public int size() {
    return byKey.size();
  }
}
