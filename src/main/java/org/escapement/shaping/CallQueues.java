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
  private final Map<String, QueueControl> controls = new ConcurrentSkipListMap<>();

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

  /** Makes a queue of the shaper known, and the control of it. */
  void add(CallQueue queue, QueueControl control) {
    add(queue);
    controls.put(control.name(), control);
  }

  /** The control of a queue of the shaper. */
  public Optional<QueueControl> control(String name) {
    return Optional.ofNullable(controls.get(name));
  }

  /** The shaper's queues, by name. */
  public List<QueueControl> controls() {
    return List.copyOf(controls.values());
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
