package org.escapement.statistic;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** No count is lost or told twice, however adding and clearing meet. */
class CounterStressTest {

  private static final int THREADS = 6;
  private static final int ADDITIONS = 100_000;
  private static final ThreadMXBean ALLOCATIONS =
      (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @RepeatedTest(5)
  void clearsAndTheRest_addUpToWhatWasAdded() throws Exception {
    Counter counter = new Statistics().counter("script", "x", "");
    CyclicBarrier together = new CyclicBarrier(THREADS);
    List<Callable<Long>> work = new ArrayList<>();
    for (int i = 0; i < THREADS - 2; i++) {
      work.add(() -> add(counter, together));
    }
    for (int i = 0; i < 2; i++) {
      work.add(() -> -clear(counter, together));
    }
    long rest = 0;
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Long> each : threads.invokeAll(work, 60, TimeUnit.SECONDS)) {
        rest += each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(counter.value()).isEqualTo(rest);
  }

  private static long add(Counter counter, CyclicBarrier together) throws Exception {
    together.await();
    long added = 0;
    for (int i = 0; i < ADDITIONS; i++) {
      int amount = ThreadLocalRandom.current().nextInt(-3, 10);
      counter.add(amount);
      added += amount;
    }
    return added;
  }

  private static long clear(Counter counter, CyclicBarrier together) throws Exception {
    together.await();
    long cleared = 0;
    for (int i = 0; i < ADDITIONS / 10; i++) {
      cleared += counter.clear();
    }
    return cleared;
  }

  @Test
  void counting_allocatesNothing() {
    SipCounters sip = new SipCounters(new Statistics());
    Runnable work =
        () -> {
          for (int i = 0; i < ADDITIONS; i++) {
            sip.requestReceived("INVITE");
            sip.replyReceived(486, "INVITE");
          }
        };
    work.run();
    long before = ALLOCATIONS.getCurrentThreadAllocatedBytes();
    work.run();

    assertThat(ALLOCATIONS.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
  }
}
