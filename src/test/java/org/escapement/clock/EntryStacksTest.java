package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stacks against plain sets, compared after every step. */
class EntryStacksTest {

  private static final int STACKS = 5;
  private static final int STEPS = 4_000;

  private final Timeline timeline = new Timeline(() -> 0);
  private final EntryStacks stacks = new EntryStacks(STACKS);
  private final List<Set<Entry>> twin = new ArrayList<>();
  private final List<Entry> idle = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 63, 64, 65, 400})
  void anyOperations_leaveWhatTheSetsHold(int entries) {
    for (int i = 0; i < entries; i++) {
      idle.add(new IdleEntry(timeline));
    }
    for (int i = 0; i < STACKS; i++) {
      twin.add(new HashSet<>());
    }
    Random random = new Random(entries);
    for (int step = 0; step < STEPS; step++) {
      int stack = random.nextInt(STACKS);
      // Long phases of mostly pushing and mostly removing, so that chains grow and shrink.
      boolean growing = step / 500 % 2 == 0;
      if (random.nextInt(100) == 0) {
        drain(stack);
      } else if (random.nextInt(4) == 0 ^ growing) {
        push(stack);
      } else {
        remove(stack, random);
      }
      compare(step);
    }
  }

  private void push(int stack) {
    if (!idle.isEmpty()) {
      Entry entry = idle.remove(idle.size() - 1);
      stacks.push(stack, entry);
      twin.get(stack).add(entry);
    }
  }

  private void remove(int stack, Random random) {
    Set<Entry> set = twin.get(stack);
    if (!set.isEmpty()) {
      Entry entry = set.stream().skip(random.nextInt(set.size())).findFirst().orElseThrow();
      assertThat(stacks.remove(entry)).isEqualTo(stack);
      assertThat(entry.isLinked()).isFalse();
      set.remove(entry);
      idle.add(entry);
    }
  }

  private void drain(int stack) {
    for (int block = stacks.detach(stack); block >= 0; ) {
      @Nullable Entry[] entries = stacks.entries(block);
      for (int i = 0; i < entries.length; i++) {
        Entry entry = entries[i];
        if (entry != null) {
          entries[i] = null;
          entry.place = Entry.UNLINKED;
          idle.add(entry);
        }
      }
      int next = stacks.below(block);
      stacks.release(block);
      block = next;
    }
    twin.get(stack).clear();
  }

  private void compare(int step) {
    for (int stack = 0; stack < STACKS; stack++) {
      List<Entry> held = new ArrayList<>();
      for (int block = stacks.top(stack); block >= 0; block = stacks.below(block)) {
        boolean ended = false;
        for (Entry entry : stacks.entries(block)) {
          assertThat(ended && entry != null).as("a hole, step %d", step).isFalse();
          ended = entry == null;
          if (entry != null) {
            held.add(entry);
          }
        }
      }
      assertThat(held).as("step %d", step).containsExactlyInAnyOrderElementsOf(twin.get(stack));
      assertThat(stacks.isEmpty(stack)).as("step %d", step).isEqualTo(held.isEmpty());
    }
  }
}
