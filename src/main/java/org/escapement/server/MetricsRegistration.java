package org.escapement.server;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.Metric;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricType;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.escapement.metrics.Measure;
import org.escapement.metrics.Meter;
import org.escapement.metrics.Meters;
import org.escapement.timer.Distribution;

/**
 * Meters as MicroProfile Metrics, which ask for a value when they are read; so counting costs
 * nothing more.
 */
final class MetricsRegistration implements Meters.Registry {

  private static final List<Double> QUANTILES = List.of(0.5, 0.75, 0.95, 0.98, 0.99, 0.999);
  private static final double PERCENT = 100;
  private static final double NANOS_PER_SECOND = 1e9;

  private final MetricRegistry registry;
  private final Tag application;

  /**
   * The registry of the whole server.
   *
   * @param application tells its meters from those of others in the same server
   */
  MetricsRegistration(MetricRegistry registry, String application) {
    this.registry = registry;
    this.application = new Tag("application", application);
  }

  /** A metric under its name. */
  private record Part(Metadata metadata, Metric metric, List<Tag> tags) {}

  @Override
  public void add(Meter meter) {
    parts(meter).forEach(part -> registry.register(part.metadata, part.metric, array(part.tags)));
  }

  @Override
  public void remove(Meter meter) {
    parts(meter)
        .forEach(part -> registry.remove(new MetricID(part.metadata.getName(), array(part.tags))));
  }

  private List<Part> parts(Meter meter) {
    Measure measure = meter.measure();
    String name = measure.fullName();
    return switch (measure.kind()) {
      case COUNTER ->
          List.of(
              new Part(metadata(meter, name, MetricType.COUNTER), new Count(meter), tags(meter)));
      case GAUGE ->
          List.of(part(meter, name, (Gauge<Long>) () -> meter.value().getAsLong(), tags(meter)));
      case HISTOGRAM -> durations(meter, name);
    };
  }

  /**
   * The names and labels that a histogram has at {@code /metrics}, as gauges: Open Liberty takes
   * only its own histograms, which lock and allocate at each value.
   */
  private List<Part> durations(Meter meter, String name) {
    List<Part> parts = new ArrayList<>();
    for (double quantile : QUANTILES) {
      List<Tag> tags =
          Stream.concat(
                  tags(meter).stream(), Stream.of(new Tag("quantile", Double.toString(quantile))))
              .toList();
      parts.add(part(meter, name, recent(meter, d -> d.percentileNanos(quantile * PERCENT)), tags));
    }
    List<Tag> tags = tags(meter);
    parts.add(part(meter, name + ".min", recent(meter, Distribution::minNanos), tags));
    parts.add(part(meter, name + ".max", recent(meter, Distribution::maxNanos), tags));
    parts.add(part(meter, name + ".mean", recent(meter, Distribution::meanNanos), tags));
    parts.add(part(meter, name + ".stddev", recent(meter, Distribution::deviationNanos), tags));
    Gauge<Long> count = () -> meter.value().getAsLong();
    parts.add(unitless(meter, name + ".seconds.count", count, tags));
    Gauge<Double> sum = () -> meter.all().get().sumNanos() / NANOS_PER_SECOND;
    parts.add(unitless(meter, name + ".seconds.sum", sum, tags));
    return parts;
  }

  private static Gauge<Double> recent(Meter meter, ToDoubleFunction<Distribution> figure) {
    return () -> figure.applyAsDouble(meter.recent().get());
  }

  private static Part part(Meter meter, String name, Gauge<?> gauge, List<Tag> tags) {
    return new Part(metadata(meter, name, MetricType.GAUGE), gauge, tags);
  }

  private static Part unitless(Meter meter, String name, Gauge<?> gauge, List<Tag> tags) {
    Metadata metadata =
        Metadata.builder(metadata(meter, name, MetricType.GAUGE))
            .withUnit(MetricUnits.NONE)
            .build();
    return new Part(metadata, gauge, tags);
  }

  private static Metadata metadata(Meter meter, String name, MetricType type) {
    return Metadata.builder()
        .withName(name)
        .withDescription(meter.measure().help())
        .withType(type)
        .withUnit(
            switch (meter.measure().unit()) {
              case NONE -> MetricUnits.NONE;
              case NANOSECONDS -> MetricUnits.NANOSECONDS;
            })
        .build();
  }

  private List<Tag> tags(Meter meter) {
    return Stream.concat(
            Stream.of(application),
            meter.tags().entrySet().stream().map(tag -> new Tag(tag.getKey(), tag.getValue())))
        .toList();
  }

  private static Tag[] array(List<Tag> tags) {
    return tags.toArray(Tag[]::new);
  }

  /** Only what is measured may count. */
  private static UnsupportedOperationException readOnly(Meter meter) {
    return new UnsupportedOperationException(meter.measure().fullName() + " is for reading only");
  }

  private record Count(Meter meter) implements Counter {

    @Override
    public void inc() {
      throw readOnly(meter);
    }

    @Override
    public void inc(long by) {
      throw readOnly(meter);
    }

    @Override
    public long getCount() {
      return meter.value().getAsLong();
    }
  }
}
