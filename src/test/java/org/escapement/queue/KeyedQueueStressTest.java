package org.escapement.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.escapement.statistic.Statistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random adding and fetching, against the obvious slow twin. */
class KeyedQueueStressTest {

  private static final int STEPS = 20_000;
  private static final int SIZE = 8;
  private static final int KEYS = 12;

  @ParameterizedTest
  @EnumSource(AddMode.class)
  void anyOrderOfCalls_givesWhatTheNaiveQueueGives(AddMode mode) {
    MessageQueue queue = new MessageQueue(new QueueDefinition("q", SIZE, mode), new Statistics());
    NaiveQueue naive = new NaiveQueue(mode, SIZE);
    Random random = new Random(4711);
    for (int i = 0; i < STEPS; i++) {
      if (random.nextInt(3) > 0) {
        Item item = new Item("k" + random.nextInt(KEYS), "v" + i);
        assertThat(queue.add(item.key(), item.value())).isEqualTo(naive.add(item));
      } else {
        assertThat(queue.fetch()).isEqualTo(naive.fetch());
      }
      assertThat(queue.size()).isEqualTo(naive.size());
    }
  }
}
