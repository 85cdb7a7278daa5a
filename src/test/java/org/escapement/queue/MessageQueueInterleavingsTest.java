package org.escapement.queue;

import org.escapement.Interleavings;
import org.escapement.statistic.Statistic;
import org.escapement.statistic.Statistics;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever threads add and fetch at once, a queue is one list to all of them. */
class MessageQueueInterleavingsTest {

  private static final int SIZE = 2;

  @Test
  void queueOfAll_isOneList() {
    Interleavings.linearizable(All.class, AllTwin.class);
  }

  @Test
  void queueThatKeepsTheOldest_isOneList() {
    Interleavings.linearizable(Oldest.class, OldestTwin.class);
  }

  @Test
  void queueThatKeepsTheNewest_isOneList() {
    Interleavings.linearizable(Newest.class, NewestTwin.class);
  }

  /** What the threads call. */
  @Param(name = "key", gen = IntGen.class, conf = "1:3")
  @Param(name = "value", gen = IntGen.class, conf = "1:9")
  abstract static class Calls {
    private final Statistics statistics = new Statistics();
    private final MessageQueue queue;

    Calls(AddMode mode) {
      queue = new MessageQueue(new QueueDefinition("q", SIZE, mode), statistics);
    }

    @Operation
    public boolean add(@Param(name = "key") int key, @Param(name = "value") int value) {
      return queue.add(Integer.toString(key), Integer.toString(value));
    }

    @Operation
    public @Nullable Item fetch() {
      return queue.fetch();
    }

    @Operation
    public int size() {
      return queue.size();
    }

    final void account() {
      long gone = count("fetched") + count("dropped") + count("replaced") + count("size");
      if (count("added") != gone) {
        throw new IllegalStateException(statistics.select(Statistics.ALL).toString());
      }
    }

    private long count(String what) {
      return statistics.find("mqueue:q_" + what).map(Statistic::value).orElseThrow();
    }
  }

  /** The same calls of the naive queue. */
  abstract static class Twin {
    private final NaiveQueue queue;

    Twin(AddMode mode) {
      queue = new NaiveQueue(mode, SIZE);
    }

    public boolean add(int key, int value) {
      return queue.add(new Item(Integer.toString(key), Integer.toString(value)));
    }

    public @Nullable Item fetch() {
      return queue.fetch();
    }

    public int size() {
      return queue.size();
    }
  }

  public static final class All extends Calls {
    public All() {
      super(AddMode.ALL);
    }

    @Validate
    public void everyItemIsAccountedFor() {
      account();
    }
  }

  public static final class AllTwin extends Twin {
    public AllTwin() {
      super(AddMode.ALL);
    }
  }

  public static final class Oldest extends Calls {
    public Oldest() {
      super(AddMode.KEEP_OLDEST);
    }

    @Validate
    public void everyItemIsAccountedFor() {
      account();
    }
  }

  public static final class OldestTwin extends Twin {
    public OldestTwin() {
      super(AddMode.KEEP_OLDEST);
    }
  }

  public static final class Newest extends Calls {
    public Newest() {
      super(AddMode.KEEP_NEWEST);
    }

    @Validate
    public void everyItemIsAccountedFor() {
      account();
    }
  }

  public static final class NewestTwin extends Twin {
    public NewestTwin() {
      super(AddMode.KEEP_NEWEST);
    }
  }
}
