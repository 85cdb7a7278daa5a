package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wheel against a plain list, with all its answers compared after every step. */
class TimingWheelTest {

  private static final int STEPS = 3_000;

  private final Timeline timeline = new Timeline(() -> 0);
  private final List<Entry> entries = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, 64, 1_000_000_007, (1L << 36) - 1, 1L << 60, Long.MAX_VALUE / 2})
  void answers_afterAnyOperations_whatTheListAnswers(long origin) {
    Random random = new Random(origin);
    TimingWheel wheel = new TimingWheel(origin);
    long now = origin;
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(8)) {
        case 0, 1, 2, 3 -> add(wheel, now + span(random) - span(random) / 4, span(random));
        case 4, 5 -> {
          if (!entries.isEmpty()) {
            wheel.remove(entries.remove(random.nextInt(entries.size())));
          }
        }
        case 6 -> {
          now += span(random);
          wheel.advance(now);
        }
        default -> {
          if (random.nextInt(20) == 0) {
            now = Math.max(0, now - span(random));
            wheel.advance(now);
          }
        }
      }
      compare(wheel, now, now + span(random), now + span(random), step);
    }
  }

  private void add(TimingWheel wheel, long time, long length) {
    Entry entry = new IdleEntry(timeline);
    entry.window(time, length);
    entries.add(entry);
    wheel.add(entry);
  }

  private void compare(TimingWheel wheel, long now, long a, long b, int step) {
    assertThat(wheel.hasReady()).as("step %d", step).isNotEqualTo(collected(wheel).isEmpty());
    Set<Entry> ready = collected(wheel);
    Set<Entry> due = new HashSet<>();
    long end = Entry.NEVER;
    boolean within = false;
    for (Entry e : entries) {
      if (e.timeNanos <= now) {
        due.add(e);
      } else {
        end = Math.min(end, e.latestNanos);
        within |= e.timeNanos > Math.min(a, b) && e.timeNanos <= Math.max(a, b);
      }
    }
    assertThat(ready).as("step %d", step).isEqualTo(due);
    assertThat(wheel.earliestEnd()).as("step %d", step).isEqualTo(end);
    assertThat(wheel.startsWithin(Math.min(a, b), Math.max(a, b)))
        .as("step %d", step)
        .isEqualTo(within);
  }

  private static Set<Entry> collected(TimingWheel wheel) {
    Batch batch = new Batch();
    wheel.collect(batch);
    batch.sort();
    Set<Entry> entries = new HashSet<>();
    for (Entry e = batch.poll(); e != null; e = batch.poll()) {
      entries.add(e);
    }
    return entries;
  }

  private static long span(Random random) {
    return random.nextLong(1L << (1 + random.nextInt(40)));
  }
}
