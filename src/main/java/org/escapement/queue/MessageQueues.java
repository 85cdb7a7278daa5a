package org.escapement.queue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.escapement.statistic.Statistics;
import org.escapement.text.Nearest;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.VariableContext;
import org.jspecify.annotations.Nullable;

/**
 * All named queues; what a route has injected. Thread-safe.
 *
 * <p>A route that adds or fetches often keeps the {@link MessageQueue} that {@link #queue} gave.
 */
public final class MessageQueues {

  private final Map<String, MessageQueue> byName = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> slots = new ConcurrentHashMap<>();
  private final IntSupplier workerSlots;

  /**
   * @param workerSlots gives places of their own in every worker's store
   */
  public MessageQueues(IntSupplier workerSlots) {
    this.workerSlots = workerSlots;
  }

  /**
   * Makes a queue.
   *
   * @throws IllegalArgumentException if there is one of this name
   */
  MessageQueue add(QueueDefinition definition, Statistics statistics) {
    if (byName.containsKey(definition.name())) {
      throw new IllegalArgumentException("there are two queues named " + definition.name());
    }
    MessageQueue queue = new MessageQueue(definition, statistics);
    byName.put(definition.name(), queue);
    return queue;
  }

  /** All queues, by name. */
  public Collection<MessageQueue> all() {
    return List.copyOf(byName.values());
  }

  public Optional<MessageQueue> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * A queue that must exist.
   *
   * @throws IllegalArgumentException if there is none of this name
   */
  public MessageQueue queue(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no queue '"
                        + name
                        + "'; "
                        + Nearest.advice("queue", name, byName.keySet())));
  }

  /**
   * Adds an item: Kamailio's {@code mq_add}.
   *
   * @return false if its key is there and the oldest is kept
   * @throws IllegalArgumentException if there is no such queue
   */
  public boolean add(String queue, String key, String value) {
    return queue(queue).add(key, value);
  }

  /**
   * Takes the oldest item away, and gives it to {@code $mqk(queue)} and {@code $mqv(queue)} of the
   * worker that runs: Kamailio's {@code mq_fetch}.
   *
   * @return null when the queue is empty; the variables then have no value
   * @throws IllegalArgumentException if there is no such queue
   */
  public @Nullable Item fetch(String queue, VariableContext context) {
    Item item = queue(queue).fetch();
    context.worker().value(slot(queue), item);
    return item;
  }

  /**
   * Takes the values of {@code $mqk(queue)} and {@code $mqv(queue)} from the worker that runs:
   * Kamailio's {@code mq_pv_free}.
   *
   * @throws IllegalArgumentException if there is no such queue
   */
  public void forget(String queue, VariableContext context) {
    context.worker().value(slot(queue(queue).name()), null);
  }

  /** How many items a queue holds: Kamailio's {@code mq_size}, but 0 when it is empty. */
  public int size(String queue) {
    return queue(queue).size();
  }

  private int slot(String queue) {
    return slots.computeIfAbsent(queue, name -> workerSlots.getAsInt());
  }

  /** {@code $mqk(queue)}, {@code $mqv(queue)} and {@code $mq_size(queue)}. */
  public List<PseudoVariable> variables() {
    return List.of(
        fetched("mqk", "Key of the item that this worker fetched last", Item::key),
        fetched("mqv", "Value of the item that this worker fetched last", Item::value),
        PseudoVariable.named(
            "mq_size",
            "Number of items in the queue",
            "queue",
            name ->
                (context, out) -> {
                  MessageQueue queue = byName.get(name);
                  if (queue != null) {
                    out.set(queue.size());
                  }
                }));
  }

  private PseudoVariable fetched(String name, String help, Function<Item, String> part) {
    return PseudoVariable.named(
        name,
        help,
        "queue",
        queue -> {
          int slot = slot(queue);
          return (context, out) -> {
            if (context.worker().value(slot) instanceof Item item) {
              out.set(part.apply(item));
            }
          };
        });
  }
}
