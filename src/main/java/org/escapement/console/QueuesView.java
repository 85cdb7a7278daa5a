package org.escapement.console;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.escapement.shaping.CallCounters;
import org.jspecify.annotations.Nullable;

/**
 * The call queues as the page shows them, with their rates over the last five minutes.
 *
 * <p>Thread-safe. Counts each second, whether somebody looks or not: that costs a few additions.
 */
public final class QueuesView {

  private static final int KEPT_SECONDS = 300;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private record Rates(long offered, long passed) {}

  private final Supplier<List<QueueRow>> queues;
  private final Past past = new Past(KEPT_SECONDS);
  private Map<String, CallCounters> before = new HashMap<>();
  private final Map<String, Rates> rates = new HashMap<>();

  public QueuesView(Supplier<List<QueueRow>> queues) {
    this.queues = queues;
  }

  /** A second has passed. */
  public synchronized void second() {
    Map<String, CallCounters> now = new HashMap<>();
    for (QueueRow queue : queues.get()) {
      CallCounters counters = queue.counters();
      Rates rate = rates(counters, before.get(queue.name()));
      now.put(queue.name(), counters);
      rates.put(queue.name(), rate);
      past.add(queue.name(), List.of(rate.offered(), rate.passed()));
    }
    before = now;
    rates.keySet().retainAll(now.keySet());
    past.keep(now.keySet());
  }

  private static Rates rates(CallCounters now, @Nullable CallCounters then) {
    return then == null
        ? new Rates(0, 0)
        : new Rates(now.offered() - then.offered(), now.passed() - then.passed());
  }

  /** The present state. */
  public synchronized Object tree() {
    return queues.get().stream().map(this::row).toList();
  }

  /** The rates before the last second. */
  public synchronized Map<String, Object> history() {
    return past.beforeTheLast();
  }

  private Map<String, Object> row(QueueRow queue) {
    CallCounters counters = queue.counters();
    Rates now = rates.getOrDefault(queue.name(), new Rates(0, 0));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("name", queue.name());
    row.put("state", queue.state().name().toLowerCase(Locale.ROOT));
    row.put("rate", queue.rate());
    row.put("size", queue.size());
    row.put("nextHop", queue.nextHop());
    row.put("offered", counters.offered());
    row.put("passed", counters.passed());
    row.put("waiting", counters.waiting());
    row.put("cancelled", counters.cancelled());
    row.put("refused", counters.refused());
    row.put("timedOut", counters.timedOut());
    row.put("failed", counters.failed());
    row.put("longestWaitMillis", counters.longestWaitNanos() / NANOS_PER_MILLI);
    row.put("nowOffered", now.offered());
    row.put("nowPassed", now.passed());
    return row;
  }
}
