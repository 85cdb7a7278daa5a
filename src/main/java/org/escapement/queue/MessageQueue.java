package org.escapement.queue;

import java.util.concurrent.locks.ReentrantLock;
import org.escapement.statistic.Counter;
import org.escapement.statistic.Statistics;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue for many producers and many consumers. First in, first out; when it is full, the
 * oldest item is dropped and counted. Thread-safe.
 *
 * <p>Adding and fetching take the same short time however many items there are. Its lock is held
 * for a few moves of pointers, never while anything else runs.
 */
public final class MessageQueue {

  private static final String GROUP = "mqueue";

  private final QueueDefinition definition;
  private final Items items;
  private final Counter added;
  private final Counter fetched;
  private final Counter dropped;
  private final Counter replaced;
  private final ReentrantLock lock = new ReentrantLock();

  MessageQueue(QueueDefinition definition, Statistics statistics) {
    this.definition = definition;
    this.items =
        definition.mode() == AddMode.ALL
            ? new OrderedItems(definition.size())
            : new KeyedItems(definition.mode());
    this.added = counter(statistics, "added", "Items added to the queue");
    this.fetched = counter(statistics, "fetched", "Items fetched from the queue");
    this.dropped = counter(statistics, "dropped", "Items dropped because the queue was full");
    this.replaced = counter(statistics, "replaced", "Items that a newer one of their key replaced");
    statistics.gauge(GROUP, name(statistics, "size"), "Items in the queue", this::size);
  }

  private Counter counter(Statistics statistics, String what, String help) {
    return statistics.counter(GROUP, name(statistics, what), help);
  }

  private String name(Statistics statistics, String what) {
    return statistics.name(definition.name(), what);
  }

  public String name() {
    return definition.name();
  }

  QueueDefinition definition() {
    return definition;
  }

  /**
   * Adds an item at the end, as the queue's mode says.
   *
   * @return false if it was left out, because its key is there and the oldest is kept
   */
  public boolean add(String key, String value) {
    Item item = new Item(key, value);
    boolean taken;
    boolean full = false;
    boolean instead;
    lock.lock();
    try {
      int before = items.size();
      taken = items.add(item);
      instead = taken && items.size() == before;
      if (items.size() > definition.size()) {
        items.poll();
        full = true;
      }
    } finally {
      lock.unlock();
    }
    if (taken) {
      added.increment();
    }
    if (full) {
      dropped.increment();
    }
    if (instead) {
      replaced.increment();
    }
    return taken;
  }

  /** Takes the oldest item away; null when the queue is empty. */
  public @Nullable Item fetch() {
    Item item;
    lock.lock();
    try {
      item = items.poll();
    } finally {
      lock.unlock();
    }
    if (item != null) {
      fetched.increment();
    }
    return item;
  }

  /** How many items there are at this moment. */
  public int size() {
    lock.lock();
    try {
      return items.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many items were dropped because the queue was full, since the counter was last reset. */
  public long dropped() {
    return dropped.value();
  }
}
