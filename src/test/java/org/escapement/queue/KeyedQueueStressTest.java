package org.escapement.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.escapement.statistic.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random adding and fetching, against the obvious slow twin. */
class KeyedQueueStressTest {

  private static final int STEPS = 20_000;
  private static final int SIZE = 8;
  private static final int KEYS = 12;

  /** A list that is searched from end to end. */
  private static final class NaiveQueue {
    private final List<Item> items = new ArrayList<>();
    private final AddMode mode;

    NaiveQueue(AddMode mode) {
      this.mode = mode;
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
      if (items.size() > SIZE) {
        items.remove(0);
      }
      return true;
    }

    @Nullable Item fetch() {
      return items.isEmpty() ? null : items.remove(0);
    }
  }

  @ParameterizedTest
  @EnumSource(AddMode.class)
  void anyOrderOfCalls_givesWhatTheNaiveQueueGives(AddMode mode) {
    MessageQueue queue = new MessageQueue(new QueueDefinition("q", SIZE, mode), new Statistics());
    NaiveQueue naive = new NaiveQueue(mode);
    Random random = new Random(4711);
    for (int i = 0; i < STEPS; i++) {
      if (random.nextInt(3) > 0) {
        Item item = new Item("k" + random.nextInt(KEYS), "v" + i);
        assertThat(queue.add(item.key(), item.value())).isEqualTo(naive.add(item));
      } else {
        assertThat(queue.fetch()).isEqualTo(naive.fetch());
      }
      assertThat(queue.size()).isEqualTo(naive.items.size());
    }
  }
}
