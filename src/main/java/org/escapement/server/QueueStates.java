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
import org.escapement.shaping.ShapedState;
import org.escapement.shaping.ShaperModule;
import org.escapement.timer.TimerStatus;

/**
 * The call queues for those who look at them: the shaper's with their rates, the others as open.
 */
@ApplicationScoped
public class QueueStates {

  @Inject private CallQueues queues;
  @Inject private ShaperModule shaper;
  @Inject private Deployment deployment;

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
    return shaper.states().stream()
        .map(state -> new Health.QueueState(state.name(), state.open()))
        .toList();
  }

  private Optional<ShapedState> shaped(CallQueue queue) {
    return shaper.states().stream().filter(state -> state.name().equals(queue.name())).findFirst();
  }

  private long rate(CallQueue queue) {
    return shaped(queue).map(ShapedState::rate).orElse(0);
  }

  private QueueRow row(CallQueue queue) {
    Optional<ShapedState> shaped = shaped(queue);
    return new QueueRow(
        queue.name(),
        shaped.map(this::state).orElse(QueueRow.State.OPEN),
        shaped.map(ShapedState::rate).orElse(0),
        queue.size(),
        shaped.map(ShapedState::nextHop).orElse(""),
        queue.counters());
  }

  private QueueRow.State state(ShapedState queue) {
    if (!queue.open()) {
      return QueueRow.State.CLOSED;
    }
    boolean paused =
        deployment.timers().timer(queue.timer()).status().workers().stream()
            .allMatch(TimerStatus.Worker::paused);
    return paused ? QueueRow.State.PAUSED : QueueRow.State.OPEN;
  }
}
