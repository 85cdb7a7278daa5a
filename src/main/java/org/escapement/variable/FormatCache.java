package org.escapement.variable;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the texts that were read at run time. Finding one takes no lock. Thread-safe.
 *
 * <p>Each text weighs as much as it has variables, at least one.
 */
final class FormatCache {

  private record Kept(Format format, LongAdder uses) {
    int weight() {
      return Math.max(1, format.variables());
    }
  }

  private final Map<String, Kept> kept = new ConcurrentHashMap<>();
  private final Supplier<CacheLimits> limits;
  private int weight;
  private @Nullable CacheLimits told;

  FormatCache(Supplier<CacheLimits> limits) {
    this.limits = limits;
  }

  /** The kept form of a text, or that which {@code reader} makes of it. */
  Format get(String text, Function<String, Format> reader) {
    Kept found = kept.get(text);
    if (found != null) {
      found.uses.increment();
      return found.format;
    }
    Format made = reader.apply(text);
    keep(text, new Kept(made, new LongAdder()));
    return made;
  }

  private synchronized void keep(String text, Kept made) {
    CacheLimits now = limits.get();
    if (kept.containsKey(text) || made.weight() > now.limit()) {
      return;
    }
    if (weight + made.weight() > now.limit()) {
      tell(now);
      if (!now.dropLeastUsed()) {
        return;
      }
      shrinkTo(now.limit() - made.weight());
    }
    kept.put(text, made);
    weight += made.weight();
  }

  /** Once for each setting of the limits. */
  private void tell(CacheLimits now) {
    if (now.equals(told)) {
      return;
    }
    told = now;
    if (now.dropLeastUsed()) {
      VariableLog.LOG.cacheDrops(now.limit());
    } else {
      VariableLog.LOG.cacheFull(now.limit());
    }
  }

  private void shrinkTo(int most) {
    while (weight > most) {
      Map.Entry<String, Kept> least =
          kept.entrySet().stream()
              .min(Comparator.comparingLong(entry -> entry.getValue().uses.sum()))
              .orElseThrow();
      kept.remove(least.getKey());
      weight -= least.getValue().weight();
    }
  }

  synchronized int weight() {
    return weight;
  }
}
