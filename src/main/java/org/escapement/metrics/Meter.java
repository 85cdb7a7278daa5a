package org.escapement.metrics;

import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.escapement.timer.Distribution;

/**
 * One measured thing, read when it is asked for.
 *
 * @param tags which one it is, such as {@code timer=queue}
 * @param value its value; of a histogram, how many durations it has
 * @param recent of a histogram, the durations of the last one to two minutes
 * @param all of a histogram, all durations
 */
public record Meter(
    Measure measure,
    Map<String, String> tags,
    LongSupplier value,
    Supplier<Distribution> recent,
    Supplier<Distribution> all) {

  public Meter {
    tags = Map.copyOf(tags);
  }

  static Meter of(Measure measure, Map<String, String> tags, LongSupplier value) {
    Supplier<Distribution> none =
        () -> {
          throw new IllegalStateException(measure + " is no histogram");
        };
    return new Meter(measure, tags, value, none, none);
  }

  static Meter histogram(
      Measure measure,
      Map<String, String> tags,
      Supplier<Distribution> recent,
      Supplier<Distribution> all) {
    return new Meter(measure, tags, () -> all.get().count(), recent, all);
  }
}
