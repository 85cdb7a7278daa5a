package org.escapement.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.escapement.statistic.Statistics;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Producers and consumers at once. The oracle: every item that was added came out once, was dropped
 * and counted, or is still there; what one producer added comes out in its order; and there are
 * never more items than the queue's size.
 */
class MessageQueueStressTest {

  private static final int PRODUCERS = 3;
  private static final int CONSUMERS = 3;
  private static final int ITEMS = 20_000;

  private record Fetched(int producer, int number) {}

  private final MessageQueue queue =
      new MessageQueue(new QueueDefinition("q", 64, AddMode.ALL), new Statistics());
  private final CyclicBarrier together = new CyclicBarrier(PRODUCERS + CONSUMERS);
  private final AtomicInteger producing = new AtomicInteger(PRODUCERS);

  private List<Fetched> produce(int producer) throws Exception {
    together.await();
    for (int i = 0; i < ITEMS; i++) {
      queue.add(Integer.toString(producer), Integer.toString(i));
      if (ThreadLocalRandom.current().nextInt(64) == 0) {
        Thread.onSpinWait();
      }
    }
    producing.decrementAndGet();
    return List.of();
  }

  private List<Fetched> consume() throws Exception {
    together.await();
    List<Fetched> all = new ArrayList<>();
    while (true) {
      boolean last = producing.get() == 0;
      Item item = queue.fetch();
      if (queue.size() > 64) {
        throw new AssertionError("more items than the queue's size");
      }
      if (item != null) {
        all.add(new Fetched(Integer.parseInt(item.key()), Integer.parseInt(item.value())));
      } else if (last) {
        return all;
      }
    }
  }

  @RepeatedTest(5)
  void everyItem_comesOutOnceInOrderOrIsCountedAsDropped() throws Exception {
    List<Callable<List<Fetched>>> work = new ArrayList<>();
    IntStream.range(0, PRODUCERS).forEach(p -> work.add(() -> produce(p)));
    IntStream.range(0, CONSUMERS).forEach(c -> work.add(this::consume));
    List<List<Fetched>> byThread = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(work.size());
    try {
      for (Future<List<Fetched>> each : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
        byThread.add(each.get());
      }
    } finally {
      threads.shutdownNow();
    }

    List<Fetched> fetched = byThread.stream().flatMap(List::stream).toList();
    assertThat(queue.size()).isZero();
    assertThat(fetched).doesNotHaveDuplicates();
    assertThat(fetched.size() + queue.dropped()).isEqualTo((long) PRODUCERS * ITEMS);
    for (List<Fetched> one : byThread) {
      for (int p = 0; p < PRODUCERS; p++) {
        int producer = p;
        assertThat(one.stream().filter(f -> f.producer == producer).map(Fetched::number))
            .isSorted();
      }
    }
  }
}
