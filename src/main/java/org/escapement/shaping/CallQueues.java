package org.escapement.shaping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.enterprise.context.ApplicationScoped;

/**
 * All call queues of the application by name: those of the shaper, and those that the application
 * adds. Thread-safe.
 */
@ApplicationScoped
public class CallQueues {

  private final Map<String, CallQueue> queues = new ConcurrentSkipListMap<>();

  /**
   * Makes a queue known.
   *
   * @throws IllegalArgumentException if there is one of that name
   */
  public void add(CallQueue queue) {
    if (queues.putIfAbsent(queue.name(), queue) != null) {
      throw new IllegalArgumentException(
          "there is a call queue named " + queue.name() + " already; take another name");
    }
  }

  /** The queue of that name. */
  public Optional<CallQueue> find(String name) {
    return Optional.ofNullable(queues.get(name));
  }

  /** All queues, by name. */
  public List<CallQueue> list() {
    return List.copyOf(queues.values());
  }
}
