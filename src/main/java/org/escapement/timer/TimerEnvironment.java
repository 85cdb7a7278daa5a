package org.escapement.timer;

import java.util.concurrent.Executor;
import java.util.function.Function;
import org.escapement.clock.Alarms;
import org.escapement.clock.ClockId;
import org.escapement.clock.ManualClock;
import org.escapement.clock.NanoClock;
import org.escapement.clock.Waiter;

/**
 * What the timers run on.
 *
 * @param clocks finds a clock; throws UnsupportedOperationException, with the reason, for one that
 *     the platform lacks
 * @param waiters makes the waiter of a worker that has a thread of its own
 * @param alarms finds what makes the alarms of a clock, for workers that share threads
 * @param threads starts the threads of workers that have their own
 * @param shared runs the steps of workers that share threads. It must hand them to other threads,
 *     unless routes may run on the thread of the alarms and on that of whoever gives a command, as
 *     in a test
 * @param threadIds tells the native ids of threads
 * @param dedicatedBound how many workers may have a thread of their own before {@link
 *     ExecutorKind#AUTO} turns to shared ones; {@link #NO_DEDICATED} shares whatever a timer asks
 *     for
 */
public record TimerEnvironment(
    Function<ClockId, NanoClock> clocks,
    Waiters waiters,
    Function<ClockId, Alarms> alarms,
    ThreadStarter threads,
    Executor shared,
    NativeThreadId threadIds,
    int dedicatedBound) {

  /**
   * The usual bound on workers with a thread of their own. It keeps the threads of a configuration
   * with thousands of workers within reason; what they spend on precision has a bound of its own.
   */
  public static final int DEFAULT_DEDICATED_BOUND = 64;

  /** No worker has a thread of its own: Kamailio's no-fork mode. */
  public static final int NO_DEDICATED = -1;

  /** Makes waiters. */
  @FunctionalInterface
  public interface Waiters {
    /**
     * Makes the waiter for one thread.
     *
     * @param clock the clock that deadlines are readings of
     * @param accuracyNanos how late a wait may end, in nanoseconds
     */
    Waiter create(NanoClock clock, long accuracyNanos);
  }

  /** Checks the values. */
  public TimerEnvironment {
    if (dedicatedBound < NO_DEDICATED) {
      throw new IllegalArgumentException(
          "dedicatedBound " + dedicatedBound + " is below " + NO_DEDICATED);
    }
  }

  /**
   * An environment without threads, for tests of routes: timers move when the clock does, and a
   * command takes effect before it returns. Only a {@link TimerControl#wake} waits for the clock,
   * if only for {@code advanceNanos(0)}. Timers that ask for {@code executor=dedicated} get a
   * daemon thread, which waits for the same clock.
   */
  public static TimerEnvironment manual(ManualClock clock) {
    return new TimerEnvironment(
        id -> clock,
        (same, accuracyNanos) -> clock.waiter(),
        id -> clock,
        (identity, task) -> {
          Thread thread = new Thread(task, identity);
          thread.setDaemon(true);
          thread.start();
        },
        Runnable::run,
        NativeThreadId.ofProcess(),
        0);
  }
}
