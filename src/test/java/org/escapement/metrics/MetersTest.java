package org.escapement.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.shaping.CallCounters;
import org.escapement.statistic.Statistics;
import org.junit.jupiter.api.Test;

class MetersTest {

  private final Timers timers = new Timers();
  private final TimerReadings readings = new TimerReadings(timers.registry, timers.clock);
  private final List<Meters.Queue> queues = new ArrayList<>();
  private final Statistics statistics = new Statistics();
  private final Map<String, Meter> registered = new LinkedHashMap<>();
  private final Meters meters =
      new Meters(
          timers.registry,
          readings,
          () -> queues,
          () -> statistics.select(Statistics.ALL),
          new Meters.Registry() {
            @Override
            public void add(Meter meter) {
              assertThat(registered.put(key(meter), meter)).isNull();
            }

            @Override
            public void remove(Meter meter) {
              assertThat(registered.remove(key(meter))).isSameAs(meter);
            }
          });

  private static String key(Meter meter) {
    return meter.measure() + " " + new java.util.TreeMap<>(meter.tags());
  }

  private long value(String key) {
    return registered.get(key).value().getAsLong();
  }

  @Test
  void everyMeasure_hasItsMeters() {
    timers.add("t", "type=1;interval=100ms;nworkers=2");
    queues.add(new Meters.Queue("q", 9, () -> 50, () -> new CallCounters(21, 2, 3, 4, 5, 6, 1, 8)));
    statistics.counter("script", "calls", "Calls").increment();
    timers.pass(Duration.ofSeconds(1));

    meters.update();

    assertThat(registered.values()).extracting(Meter::measure).contains(Measure.values());
    assertThat(value("TIMER_TICKS {timer=t}")).isEqualTo(22);
    assertThat(value("TIMER_LATENESS {timer=t}")).isEqualTo(22);
    assertThat(value("WORKER_TICKS {timer=t, worker=1}")).isEqualTo(11);
    assertThat(value("WORKER_RUNNING {timer=t, worker=1}")).isEqualTo(1);
    assertThat(value("QUEUE_OFFERED {queue=q}")).isEqualTo(21);
    assertThat(value("QUEUE_PASSED {queue=q}")).isEqualTo(2);
    assertThat(value("QUEUE_WAITING {queue=q}")).isEqualTo(3);
    assertThat(value("QUEUE_CANCELLED {queue=q}")).isEqualTo(4);
    assertThat(value("QUEUE_REFUSED {queue=q}")).isEqualTo(5);
    assertThat(value("QUEUE_TIMED_OUT {queue=q}")).isEqualTo(6);
    assertThat(value("QUEUE_FAILED {queue=q}")).isEqualTo(1);
    assertThat(value("QUEUE_LONGEST_WAIT {queue=q}")).isEqualTo(8);
    assertThat(value("QUEUE_SIZE {queue=q}")).isEqualTo(9);
    assertThat(value("QUEUE_RATE {queue=q}")).isEqualTo(50);
    assertThat(value("STATISTIC {group=script, name=calls}")).isEqualTo(1);
  }

  @Test
  void metersOfWhatHasGone_areDropped() {
    timers.add("t", "type=1;interval=100ms");
    timers.add("u", "type=1;interval=100ms");
    meters.update();
    int both = registered.size();

    timers.registry.remove("t");
    meters.update();

    assertThat(registered).hasSize(both / 2);
    assertThat(registered.keySet()).allMatch(key -> key.contains("timer=u"));
    meters.close();
    assertThat(registered).isEmpty();
  }

  @Test
  void timerAddedAnewUnderItsName_isMeasuredAnew() {
    timers.add("t", "type=1;interval=100ms;nworkers=2");
    meters.update();
    timers.registry.remove("t");
    timers.add("t", "type=1;interval=100ms");
    meters.update();

    assertThat(registered).doesNotContainKey("WORKER_TICKS {timer=t, worker=1}");
    assertThat(registered).containsKey("WORKER_TICKS {timer=t, worker=0}");
  }
}
