package org.escapement.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.escapement.shaping.CallCounters;
import org.escapement.statistic.Statistic;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;

/**
 * All meters of what there is now: timers, queues and statistics come and go.
 *
 * <p>Used by one thread at a time.
 */
public final class Meters {

  /**
   * A queue to be measured.
   *
   * @param size most calls that may wait
   */
  public record Queue(String name, long size, LongSupplier rate, Supplier<CallCounters> counters) {}

  /** Takes up meters that have come, and drops those that have gone. */
  public interface Registry {

    void add(Meter meter);

    void remove(Meter meter);
  }

  private final RouteTimers timers;
  private final Supplier<List<Queue>> queues;
  private final Supplier<List<Statistic>> statistics;
  private final TimerMeters timerMeters;
  private final Registry registry;
  private final Map<Object, List<Meter>> known = new LinkedHashMap<>();

  /**
   * Meters that nobody knows of yet.
   *
   * @param registry told of them by {@link #update}
   */
  public Meters(
      RouteTimers timers,
      TimerReadings readings,
      Supplier<List<Queue>> queues,
      Supplier<List<Statistic>> statistics,
      Registry registry) {
    this.timers = timers;
    this.queues = queues;
    this.statistics = statistics;
    this.timerMeters = new TimerMeters(readings);
    this.registry = registry;
  }

  /** Looks at what there is, and tells the registry what has come and gone since the last call. */
  public void update() {
    Map<Object, Supplier<List<Meter>>> present = new LinkedHashMap<>();
    for (TimerControl timer : timers.list()) {
      present.put(timer, () -> timerMeters.of(timer));
    }
    for (Queue queue : queues.get()) {
      present.put("queue " + queue.name(), () -> of(queue));
    }
    for (Statistic statistic : statistics.get()) {
      present.put(statistic, () -> of(statistic));
    }
    drop(present.keySet());
    present.forEach(
        (subject, meters) ->
            known.computeIfAbsent(
                subject,
                unused -> {
                  List<Meter> made = meters.get();
                  made.forEach(registry::add);
                  return made;
                }));
  }

  /** Drops all. */
  public void close() {
    drop(Set.of());
  }

  private void drop(Set<Object> present) {
    List<Object> gone = known.keySet().stream().filter(s -> !present.contains(s)).toList();
    for (Object subject : gone) {
      List<Meter> meters = known.remove(subject);
      if (meters != null) {
        meters.forEach(registry::remove);
      }
    }
  }

  private static List<Meter> of(Queue queue) {
    Map<String, String> tags = Map.of("queue", queue.name());
    Function<ToLongFunction<CallCounters>, LongSupplier> counter =
        part -> () -> part.applyAsLong(queue.counters().get());
    List<Meter> meters = new ArrayList<>();
    meters.add(Meter.of(Measure.QUEUE_OFFERED, tags, counter.apply(CallCounters::offered)));
    meters.add(Meter.of(Measure.QUEUE_PASSED, tags, counter.apply(CallCounters::passed)));
    meters.add(Meter.of(Measure.QUEUE_CANCELLED, tags, counter.apply(CallCounters::cancelled)));
    meters.add(Meter.of(Measure.QUEUE_REFUSED, tags, counter.apply(CallCounters::refused)));
    meters.add(Meter.of(Measure.QUEUE_TIMED_OUT, tags, counter.apply(CallCounters::timedOut)));
    meters.add(Meter.of(Measure.QUEUE_FAILED, tags, counter.apply(CallCounters::failed)));
    meters.add(Meter.of(Measure.QUEUE_WAITING, tags, counter.apply(CallCounters::waiting)));
    meters.add(Meter.of(Measure.QUEUE_SIZE, tags, queue::size));
    meters.add(Meter.of(Measure.QUEUE_RATE, tags, queue.rate()));
    meters.add(
        Meter.of(Measure.QUEUE_LONGEST_WAIT, tags, counter.apply(CallCounters::longestWaitNanos)));
    return meters;
  }

  private static List<Meter> of(Statistic statistic) {
    Map<String, String> tags = Map.of("group", statistic.group(), "name", statistic.name());
    return List.of(Meter.of(Measure.STATISTIC, tags, statistic::value));
  }
}
