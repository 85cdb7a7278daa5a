package org.escapement.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.escapement.statistic.Statistic;
import org.escapement.statistic.Statistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageQueueTest {

  private final Statistics statistics = new Statistics();

  private MessageQueue queue(int size, AddMode mode) {
    return new MessageQueue(new QueueDefinition("q", size, mode), statistics);
  }

  private static List<String> drain(MessageQueue queue) {
    List<String> all = new ArrayList<>();
    for (Item item = queue.fetch(); item != null; item = queue.fetch()) {
      all.add(item.key() + item.value());
    }
    return all;
  }

  private List<String> counted() {
    return statistics.select("mqueue:").stream().map(Statistic::toString).toList();
  }

  @ParameterizedTest
  @CsvSource({"ALL, a1 b2 a3", "KEEP_OLDEST, a1 b2", "KEEP_NEWEST, b2 a3"})
  void sameKeyAgain_isTakenAsTheModeSays(AddMode mode, String left) {
    MessageQueue queue = queue(10, mode);
    boolean first = queue.add("a", "1");
    boolean second = queue.add("b", "2");
    boolean again = queue.add("a", "3");

    assertThat(first && second).isTrue();
    assertThat(again).isEqualTo(mode != AddMode.KEEP_OLDEST);
    assertThat(queue.size()).isEqualTo(left.split(" ").length);
    assertThat(drain(queue)).containsExactly(left.split(" "));
    assertThat(queue.fetch()).isNull();
  }

  @ParameterizedTest
  @EnumSource(AddMode.class)
  void oneTooMany_takesThePlaceOfTheOldest(AddMode mode) {
    MessageQueue queue = queue(2, mode);
    queue.add("k1", "");
    queue.add("k2", "");
    queue.add("k3", "");

    assertThat(queue.dropped()).isEqualTo(1);
    assertThat(drain(queue)).containsExactly("k2", "k3");
    assertThat(counted())
        .containsExactly(
            "mqueue:q_added = 3",
            "mqueue:q_dropped = 1",
            "mqueue:q_fetched = 2",
            "mqueue:q_replaced = 0",
            "mqueue:q_size = 0");
  }

  @Test
  void fullQueue_whoseOldestIsReplaced_dropsNothing() {
    MessageQueue queue = queue(2, AddMode.KEEP_NEWEST);
    queue.add("a", "1");
    queue.add("b", "2");
    queue.add("a", "3");

    assertThat(queue.dropped()).isZero();
    assertThat(drain(queue)).containsExactly("b2", "a3");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, QueueDefinition.MOST + 1})
  void sizeOutOfRange_isRefused(int size) {
    assertThatThrownBy(() -> new QueueDefinition("q", size, AddMode.ALL))
        .hasMessageContaining("size " + size + " of queue q");
  }
}
