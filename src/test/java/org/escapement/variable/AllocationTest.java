package org.escapement.variable;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.escapement.clock.ManualClock;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.timer.TimerDefinitions;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerRegistry;
import org.junit.jupiter.api.Test;

/** What a timer's route writes at each tick costs no garbage. */
class AllocationTest {

  private static final int TICKS = 20_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What the measuring itself may allocate; less than a tenth of a byte for each tick. */
  private static final long TOLERANCE_BYTES = 1_000;

  private final Fixture fixture = new Fixture();
  private final ManualClock clock = new ManualClock();
  private final StringBuilder line = new StringBuilder(200);

  private void begin(Format format) {
    TimerDefinitions definitions = new TimerDefinitions(new Problems());
    Position here = Position.of("test");
    definitions.set(
        "timer", "name=queue;type=3;interval=1ms;nworkers=1;ntasks=1000;nslices=80", here);
    definitions.set("loop", "timer=queue;route=LOOP", here);
    TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
    timers.add(
        definitions.build().get(0),
        timer -> {
          VariableContext context = fixture.variables.of(timer);
          return run -> {
            line.setLength(0);
            format.appendTo(context, line);
            return 1;
          };
        });
    timers.start();
  }

  @Test
  void expandingIntoALine_allocatesNothing() {
    begin(
        fixture.variables.format(
            "$ptimer(name): $ptimer(tasks) of $ptimer(ntasks), $var(x) $shv(y) $TS $hdr(X)"));
    Runnable work =
        () -> {
          for (int i = 0; i < TICKS; i++) {
            clock.advanceNanos(1_000_000);
          }
        };
    for (int i = 0; i < 3; i++) {
      work.run();
    }
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;

    assertThat(line.toString()).matches("queue: 1[23] of 1000, 0 0 1795249245 <null>");
    assertThat(bytes).isLessThan(TOLERANCE_BYTES);
  }
}
