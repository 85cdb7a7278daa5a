package org.escapement.variable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.escapement.timer.TimerContext;

/**
 * Finds what belongs to the worker that runs: a timer's worker carries its own; any other code is
 * what its thread is.
 */
final class WorkerStores {

  private final Supplier<ExpansionLimits> limits;
  private final Map<Thread, WorkerStore> byThread = new ConcurrentHashMap<>();

  WorkerStores(Supplier<ExpansionLimits> limits) {
    this.limits = limits;
  }

  WorkerStore of(TimerContext timer) {
    if (timer.attachment() instanceof WorkerStore present) {
      return present;
    }
    WorkerStore made = new WorkerStore(limits.get());
    timer.attach(made);
    return made;
  }

  /**
   * Of the calling thread. A map rather than a ThreadLocal: no thread outlives us with our values.
   */
  WorkerStore ofThread() {
    Thread thread = Thread.currentThread();
    WorkerStore present = byThread.get(thread);
    if (present != null) {
      return present;
    }
    byThread.keySet().removeIf(other -> !other.isAlive());
    WorkerStore made = new WorkerStore(limits.get());
    byThread.put(thread, made);
    return made;
  }
}
