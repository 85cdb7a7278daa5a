package org.escapement.variable;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

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
  private CacheLimits limits;
  private int weight;
  private boolean told;

  FormatCache(CacheLimits limits) {
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
    if (kept.containsKey(text) || made.weight() > limits.limit()) {
      return;
    }
    if (weight + made.weight() > limits.limit()) {
      tell();
      if (!limits.dropLeastUsed()) {
        return;
      }
      shrinkTo(limits.limit() - made.weight());
    }
    kept.put(text, made);
    weight += made.weight();
  }

  private void tell() {
    if (told) {
      return;
    }
    told = true;
    if (limits.dropLeastUsed()) {
      VariableLog.LOG.cacheDrops(limits.limit());
    } else {
      VariableLog.LOG.cacheFull(limits.limit());
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

  /** Takes effect at once: what is kept beyond a lower limit is dropped. */
  synchronized void limits(CacheLimits now) {
    limits = now;
    told = false;
    shrinkTo(now.limit());
  }

  synchronized int weight() {
    return weight;
  }
}
