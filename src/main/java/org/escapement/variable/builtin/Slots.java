package org.escapement.variable.builtin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stacks of values by the number of their name, so that a run looks no name up. */
final class Slots<V> {

  private final ArrayList<@Nullable Stack<V>> stacks = new ArrayList<>();

  @Nullable Stack<V> find(int slot) {
    return slot < stacks.size() ? stacks.get(slot) : null;
  }

  Stack<V> open(int slot) {
    while (stacks.size() <= slot) {
      stacks.add(null);
    }
    Stack<V> present = stacks.get(slot);
    if (present == null) {
      present = new Stack<>();
      stacks.set(slot, present);
    }
    return present;
  }

  /** Gives names their numbers. Thread-safe. */
  static final class Names {

    private final Map<String, Integer> numbers = new HashMap<>();

    synchronized int slot(String name) {
      int next = numbers.size();
      return numbers.computeIfAbsent(name, n -> next);
    }
  }
}
