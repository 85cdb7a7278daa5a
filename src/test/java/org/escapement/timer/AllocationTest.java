package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.escapement.clock.ManualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {

  private static final int TICKS = 100_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What the measuring itself may allocate; less than a hundredth of a byte for each tick. */
  private static final long TOLERANCE_BYTES = 1_000;

  private final ManualClock clock = new ManualClock();
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private long loops;

  /** What a route reads, kept so that reading is not optimised away. */
  private volatile long read;

  private TimerControl begin(String attributes, WorkerBody body) {
    TimerControl timer = timers.add(Definitions.timer(attributes), context -> body);
    timers.start();
    return timer;
  }

  private static long allocatedBy(Runnable work) {
    for (int i = 0; i < 3; i++) {
      work.run();
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=0",
        "type=1",
        "type=3;ntasks=1000;nslices=80",
        "type=3;ntasks=4294967295;nslices=4294967295;missed=skip",
        "type=1;missed=burst"
      })
  void tick_allocatesNothing(String attributes) {
    begin(
        attributes + ";interval=1ms",
        timer -> {
          loops++;
          read = timer.tasks() + timer.slice() + timer.dueNanos() + timer.latenessNanos();
          return 1;
        });

    long bytes =
        allocatedBy(
            () -> {
              for (int i = 0; i < TICKS; i++) {
                clock.advanceNanos(1_000_000);
              }
            });

    assertThat(loops).isGreaterThanOrEqualTo(4L * TICKS);
    assertThat(bytes).isLessThan(TOLERANCE_BYTES);
  }

  @Test
  void restAndWake_allocateNothing() {
    TimerControl timer =
        begin(
            "type=1;interval=1ms",
            context -> {
              loops++;
              context.rest();
              return 1;
            });

    long bytes =
        allocatedBy(
            () -> {
              for (int i = 0; i < TICKS; i++) {
                timer.wake(0);
                clock.advanceNanos(1);
              }
            });

    assertThat(loops).isGreaterThanOrEqualTo(4L * TICKS);
    assertThat(bytes).isLessThan(TOLERANCE_BYTES);
  }
}
