package org.escapement.bench.scale;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.escapement.clock.ClockId;
import org.escapement.clock.EventLoop;

/**
 * 1,000 time sources in five groups, 300 ms from group to group: the windows of a group overlap,
 * those of different groups do not. One wake-up for each group is what it takes.
 */
final class Overlap {

  static final int GROUPS = 5;
  private static final int SOURCES = 1_000;
  private static final long APART_MICROS = 300_000;
  private static final long ACCURACY_MICROS = 200_000;
  private static final int SPREAD_MICROS = 50_000;

  Map<String, Object> measure() throws InterruptedException {
    EventLoop loop = Keepers.runningLoop();
    CountDownLatch left = new CountDownLatch(SOURCES);
    Random random = new Random(1);
    long first = loop.now(ClockId.MONOTONIC) + 2 * APART_MICROS;
    for (int i = 0; i < SOURCES; i++) {
      long time = first + i % GROUPS * APART_MICROS + random.nextInt(SPREAD_MICROS);
      loop.addTime(
          ClockId.MONOTONIC,
          time,
          ACCURACY_MICROS,
          (source, micros, data) -> {
            left.countDown();
            return 0;
          },
          null);
    }
    TimeUnit.MICROSECONDS.sleep(APART_MICROS); // arming them has woken the loop
    long before = loop.counters().wakeUps();
    if (!left.await(GROUPS + 10, TimeUnit.SECONDS)) {
      throw new IllegalStateException(left.getCount() + " sources have not fired");
    }
    long wakeUps = loop.counters().wakeUps() - before;
    loop.exit(0);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", "Escapement, 1,000 sources in 5 groups of overlapping windows");
    row.put("groups", GROUPS);
    row.put("wakeups", wakeUps);
    return row;
  }
}
