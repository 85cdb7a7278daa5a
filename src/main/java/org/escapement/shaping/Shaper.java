package org.escapement.shaping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import org.escapement.routing.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/**
 * The shaped queues and the rules that give each call to one of them. Immutable, thread-safe.
 *
 * <p>The first assignment that matches wins; what none takes goes to the queue named {@value
 * #DEFAULT}, or to the only queue when nothing is assigned at all.
 */
final class Shaper {

  static final String DEFAULT = "default";

  private final Map<String, ShapedQueue> queues;
  private final List<Assignment> assignments;
  private final PhoneNumbers phones;
  private final @Nullable ShapedQueue rest;

  Shaper(List<ShapedQueue> queues, List<Assignment> assignments, PhoneNumbers phones) {
    this.phones = phones;
    this.queues = new LinkedHashMap<>();
    queues.forEach(queue -> this.queues.put(queue.definition().name(), queue));
    this.assignments = List.copyOf(assignments);
    boolean sole = queues.size() == 1 && assignments.isEmpty();
    this.rest = sole ? queues.get(0) : this.queues.get(DEFAULT);
  }

  /** In the order of the configuration. */
  List<ShapedQueue> queues() {
    return List.copyOf(queues.values());
  }

  /** The queue that takes a request; empty if none does. */
  Optional<ShapedQueue> queueOf(SipServletRequest request) {
    for (Assignment assignment : assignments) {
      if (assignment.matches(request, phones)) {
        return Optional.ofNullable(queues.get(assignment.queue()));
      }
    }
    return Optional.ofNullable(rest);
  }

  /** The queues that no call can reach. */
  List<ShapedQueue> unassigned() {
    return queues.values().stream()
        .filter(queue -> queue != rest)
        .filter(
            queue ->
                assignments.stream().noneMatch(a -> a.queue().equals(queue.definition().name())))
        .toList();
  }
}
