package org.escapement.bench.scale;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Arms a number of timers of 30 to 60 s, then measures what they weigh, and how many pairs of
 * arming and cancelling one thread does a second: of a new timer, and of those that are armed, in
 * random order.
 */
final class Throughput {

  private static final long SHORTEST_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int CHOICES = 1 << 16;
  private static final int BATCH = 256;
  private static final int COLLECTIONS = 3;

  private final int timers;
  private final long measureNanos;
  private final long[] delays;
  private final int[] order;
  private int turn;

  Throughput(int timers, long measureNanos) {
    this.timers = timers;
    this.measureNanos = measureNanos;
    Random random = new Random(timers);
    delays =
        random.doubles(CHOICES).mapToLong(share -> (long) ((1 + share) * SHORTEST_NANOS)).toArray();
    order = random.ints(Math.max(timers, CHOICES), 0, timers).toArray();
  }

  Map<String, Object> measure(Keeper.Kind kind) throws InterruptedException {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", kind.name());
    row.put("timers", timers);
    try (Keeper keeper = kind.maker().make(timers)) {
      long before = usedBytes();
      for (int i = 0; i < timers; i++) {
        keeper.arm(i, delays[i % CHOICES]);
      }
      row.put("bytes_per_timer", (double) (usedBytes() - before) / timers);
      run(keeper, measureNanos / 2, false);
      row.put("new_pairs_per_s", run(keeper, measureNanos, false));
      run(keeper, measureNanos / 2, true);
      row.put("scattered_pairs_per_s", run(keeper, measureNanos, true));
    }
    return row;
  }

  private double run(Keeper keeper, long nanos, boolean scattered) {
    long begin = System.nanoTime();
    long pairs = 0;
    long passed;
    do {
      for (int i = 0; i < BATCH; i++) {
        turn = turn + 1 < order.length ? turn + 1 : 0;
        long delay = delays[turn % CHOICES];
        if (scattered) {
          keeper.rearm(order[turn], delay);
        } else {
          keeper.armAndCancel(delay);
        }
      }
      pairs += BATCH;
      passed = System.nanoTime() - begin;
    } while (passed < nanos);
    return Math.rint(pairs * 1e9 / passed);
  }

  /** What is in use on the heap when everything else has been collected. */
  private static long usedBytes() throws InterruptedException {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(50); // some peers sort in new timers on a thread of their own
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
