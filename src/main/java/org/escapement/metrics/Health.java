package org.escapement.metrics;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.escapement.timer.RouteTimers;

/** Whether the application has started, takes calls, and lives. Thread-safe. */
public final class Health implements HealthMXBean {

  /** Whether calls can get through a queue. */
  public record QueueState(String name, boolean takesCalls) {}

  private final RouteTimers timers;
  private final BooleanSupplier running;
  private final Supplier<List<QueueState>> queues;
  private final LongSupplier boundNanos;

  /**
   * The health of these.
   *
   * @param running whether the workers have begun and no stop has
   * @param boundNanos how long a route may run
   */
  public Health(
      RouteTimers timers,
      BooleanSupplier running,
      Supplier<List<QueueState>> queues,
      LongSupplier boundNanos) {
    this.timers = timers;
    this.running = running;
    this.queues = queues;
    this.boundNanos = boundNanos;
  }

  @Override
  public boolean isStarted() {
    return running.getAsBoolean();
  }

  @Override
  public boolean isReady() {
    return getNotReady().isEmpty();
  }

  /** One closed queue of several is an operator's wish; when all are closed, no call is taken. */
  @Override
  public List<String> getNotReady() {
    if (!running.getAsBoolean()) {
      return List.of("the timers do not run");
    }
    List<QueueState> all = queues.get();
    boolean taken = all.isEmpty() || all.stream().anyMatch(QueueState::takesCalls);
    return taken
        ? List.of()
        : all.stream().map(queue -> "queue " + queue.name() + " takes no calls").toList();
  }

  @Override
  public boolean isLive() {
    return slow().isEmpty();
  }

  @Override
  public List<String> getSlowRoutes() {
    return slow().stream().map(Slow::toString).toList();
  }

  /** The routes that have been running for too long. */
  public List<Slow> slow() {
    return running.getAsBoolean() ? Slow.longerThan(boundNanos.getAsLong(), timers) : List.of();
  }
}
