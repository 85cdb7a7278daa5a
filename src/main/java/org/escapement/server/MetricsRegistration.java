package org.escapement.server;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.Metric;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricType;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Snapshot;
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

  private final MetricRegistry registry;

  MetricsRegistration(MetricRegistry registry) {
    this.registry = registry;
  }

  @Override
  public void add(Meter meter) {
    registry.register(metadata(meter.measure()), metric(meter), tags(meter));
  }

  @Override
  public void remove(Meter meter) {
    registry.remove(new MetricID(meter.measure().fullName(), tags(meter)));
  }

  private static Metadata metadata(Measure measure) {
    return Metadata.builder()
        .withName(measure.fullName())
        .withDescription(measure.help())
        .withType(
            switch (measure.kind()) {
              case COUNTER -> MetricType.COUNTER;
              case GAUGE -> MetricType.GAUGE;
              case HISTOGRAM -> MetricType.HISTOGRAM;
            })
        .withUnit(
            switch (measure.unit()) {
              case NONE -> MetricUnits.NONE;
              case NANOSECONDS -> MetricUnits.NANOSECONDS;
            })
        .build();
  }

  private static Tag[] tags(Meter meter) {
    return meter.tags().entrySet().stream()
        .map(tag -> new Tag(tag.getKey(), tag.getValue()))
        .toArray(Tag[]::new);
  }

  private static Metric metric(Meter meter) {
    return switch (meter.measure().kind()) {
      case COUNTER -> new Count(meter);
      case GAUGE -> (Gauge<Long>) () -> meter.value().getAsLong();
      case HISTOGRAM -> new Durations(meter);
    };
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

  private record Durations(Meter meter) implements Histogram {

    @Override
    public void update(int value) {
      throw readOnly(meter);
    }

    @Override
    public void update(long value) {
      throw readOnly(meter);
    }

    @Override
    public long getCount() {
      return meter.value().getAsLong();
    }

    @Override
    public long getSum() {
      return Math.round(meter.all().get().sumNanos());
    }

    @Override
    public Snapshot getSnapshot() {
      return new Spread(meter.recent().get());
    }
  }

  private static final class Spread extends Snapshot {

    private static final double PERCENT = 100;

    private final Distribution durations;

    Spread(Distribution durations) {
      this.durations = durations;
    }

    @Override
    public double getValue(double quantile) {
      return durations.percentileNanos(quantile * PERCENT);
    }

    /** The durations themselves are not kept. */
    @Override
    public long[] getValues() {
      return new long[0];
    }

    @Override
    public int size() {
      return (int) Math.min(Integer.MAX_VALUE, durations.count());
    }

    @Override
    public long getMax() {
      return durations.maxNanos();
    }

    @Override
    public double getMean() {
      return durations.meanNanos();
    }

    @Override
    public long getMin() {
      return durations.minNanos();
    }

    @Override
    public double getStdDev() {
      return durations.deviationNanos();
    }

    @Override
    public void dump(OutputStream output) {
      PrintWriter writer = new PrintWriter(output, false, StandardCharsets.UTF_8);
      writer.println(durations.count() + " durations, median " + durations.percentileNanos(50));
      writer.flush();
    }
  }
}
