package org.escapement.server;

import java.util.List;
import java.util.Optional;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import org.escapement.console.QueueRow;
import org.escapement.metrics.Health;
import org.escapement.metrics.Meters;
import org.escapement.shaping.CallQueue;
import org.escapement.shaping.CallQueues;
import org.escapement.shaping.QueueControl;

/**
 * The call queues for those who look at them: the shaper's with their rates, the others as open.
 */
@ApplicationScoped
public class QueueStates {

  @Inject private CallQueues queues;

  List<QueueRow> rows() {
    return queues.list().stream().map(this::row).toList();
  }

  List<Meters.Queue> meters() {
    return queues.list().stream()
        .map(
            queue ->
                new Meters.Queue(queue.name(), queue.size(), () -> rate(queue), queue::counters))
        .toList();
  }

  /** Of the shaper's queues alone: how those of the application's own stand, nobody can tell. */
  List<Health.QueueState> health() {
    return queues.controls().stream()
        .map(queue -> new Health.QueueState(queue.name(), takesCalls(queue.state())))
        .toList();
  }

  private static boolean takesCalls(QueueControl.State state) {
    return state == QueueControl.State.OPEN || state == QueueControl.State.PAUSED;
  }

  private Optional<QueueControl> shaped(CallQueue queue) {
    return queues.control(queue.name());
  }

  private long rate(CallQueue queue) {
    return shaped(queue).map(QueueControl::rate).orElse(0);
  }

  private QueueRow row(CallQueue queue) {
    Optional<QueueControl> shaped = shaped(queue);
    return new QueueRow(
        queue.name(),
        shaped.map(QueueControl::state).orElse(QueueControl.State.OPEN),
        shaped.map(QueueControl::rate).orElse(0),
        queue.size(),
        shaped.map(QueueControl::nextHop).orElse(""),
        queue.counters());
  }
}
