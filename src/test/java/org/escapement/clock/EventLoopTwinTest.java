package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random sequences of operations, against the naive twin. */
@Timeout(60)
class EventLoopTwinTest {

  private static final int STEPS = 1_500;
  private static final List<TimeSource.Mode> MODES = List.of(TimeSource.Mode.values());

  private final ManualClock clock = new ManualClock(1_000_000_000);
  private final EventLoop loop = EventLoop.builder().manual(clock).build();
  private final NaiveLoop twin = new NaiveLoop();
  private final List<TimeSource> sources = new ArrayList<>();
  private final List<Integer> fired = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void fires_afterAnyOperations_whatTheTwinFires(long seed) {
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      operate(random);
      if (random.nextInt(4) == 0) {
        clock.advanceNanos(span(random) * 1_000 + random.nextInt(1_000));
      }
      if (random.nextInt(3) == 0) {
        fired.clear();
        loop.runOnce(0);
        assertThat(fired).as("step %d", step).isEqualTo(twin.iterate(now()));
      }
      compare(step);
    }
  }

  private void operate(Random random) {
    if (sources.isEmpty() || random.nextInt(5) == 0) {
      add(time(random), 1 + span(random));
      return;
    }
    int id = random.nextInt(sources.size());
    TimeSource source = sources.get(id);
    NaiveLoop.Source naive = twin.sources.get(id);
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        naive.time = time(random);
        rearm(naive);
        source.setTime(naive.time);
      }
      case 2 -> {
        naive.accuracy = 1 + span(random);
        rearm(naive);
        source.setAccuracy(naive.accuracy);
      }
      case 3 -> {
        naive.priority = random.nextLong(-1, 2);
        source.setPriority(naive.priority);
      }
      default -> {
        TimeSource.Mode mode = MODES.get(random.nextInt(3));
        if (naive.mode == TimeSource.Mode.OFF && mode != TimeSource.Mode.OFF) {
          rearm(naive);
        }
        naive.mode = mode;
        source.setEnabled(mode);
      }
    }
  }

  private void rearm(NaiveLoop.Source naive) {
    twin.arm(naive);
  }

  private void add(long time, long accuracy) {
    int id = sources.size();
    NaiveLoop.Source naive = new NaiveLoop.Source(id);
    naive.time = time;
    naive.accuracy = accuracy;
    twin.arm(naive);
    twin.sources.add(naive);
    TimeHandler handler =
        (source, micros, data) -> {
          assertThat(micros).isEqualTo(twin.sources.get(id).time);
          fired.add(id);
          return 0;
        };
    sources.add(loop.addTime(ClockId.MONOTONIC, time, accuracy, handler, null));
  }

  private void compare(int step) {
    for (NaiveLoop.Source naive : twin.sources) {
      TimeSource source = sources.get(naive.id);
      assertThat(source.time()).as("step %d", step).isEqualTo(naive.time);
      assertThat(source.enabled()).as("step %d", step).isEqualTo(naive.mode);
      assertThat(source.accuracy()).as("step %d", step).isEqualTo(naive.accuracy);
    }
  }

  private long now() {
    return clock.nanos() / 1_000;
  }

  private long time(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> 0;
      case 1 -> Long.MAX_VALUE;
      case 2 -> now();
      case 3 -> Math.max(0, now() - span(random));
      default -> now() + span(random);
    };
  }

  /** From microseconds to hours, all magnitudes alike. */
  private static long span(Random random) {
    return random.nextLong(1L << (1 + random.nextInt(32)));
  }
}
