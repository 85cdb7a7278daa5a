package org.escapement.variable.builtin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.escapement.variable.Index;
import org.jspecify.annotations.Nullable;

/** Values of one name, the newest first. Used by one thread at a time. */
final class Stack<V> {

  /** The oldest first: the newest is added and taken at the end. */
  private final ArrayList<V> values = new ArrayList<>();

  void push(V value) {
    values.add(value);
  }

  /** The value at an index; the newest when there is none. */
  @Nullable V get(Index index) {
    int place = place(index);
    return place < 0 ? null : values.get(place);
  }

  /** Replaces a value; returns whether there was one. */
  boolean replace(Index index, V value) {
    int place = place(index);
    if (place >= 0) {
      values.set(place, value);
    }
    return place >= 0;
  }

  /** Takes a value away; all of them when all are meant. */
  void remove(Index index) {
    if (index.isAll()) {
      values.clear();
    } else if (place(index) >= 0) {
      values.remove(place(index));
    }
  }

  /** The newest first. */
  List<V> list() {
    List<V> list = new ArrayList<>(values);
    Collections.reverse(list);
    return list;
  }

  private int place(Index index) {
    int fromNewest = index.isNone() || index.isAll() ? 0 : index.among(values.size());
    return fromNewest < 0 ? -1 : values.size() - 1 - fromNewest;
  }
}
