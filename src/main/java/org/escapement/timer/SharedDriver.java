package org.escapement.timer;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.clock.Alarm;
import org.escapement.clock.Alarms;
import org.escapement.clock.NanoClock;

/**
 * Drives one worker by an alarm, whose action hands the next step to an executor.
 *
 * <pre>
 *   IDLE     no step is under way; the alarm is armed for the next due time, if there is one
 *   RUNG     as IDLE, but the alarm has been moved to now
 *   HANDED   the executor has the step
 *   RUNNING  the step runs
 *   RERUN    the step runs, and another must follow it
 * </pre>
 *
 * <p>Only who moves the phase to HANDED hands over, and only the holder of RUNNING takes steps: so
 * there are never two at a time. Who finds RUNNING makes it RERUN: so nothing told is lost. An
 * alarm may fire for a due time that no longer holds; the step then finds nothing to do.
 */
final class SharedDriver implements Driver, Runnable {

  private static final int IDLE = 0;
  private static final int RUNG = 1;
  private static final int HANDED = 2;
  private static final int RUNNING = 3;
  private static final int RERUN = 4;

  private static final long RETRY_MILLIS = 10;

  private final Worker worker;
  private final NanoClock clock;
  private final Alarm alarm;
  private final Executor executor;
  private final AtomicInteger phase = new AtomicInteger(IDLE);
  private volatile boolean refusalReported;

  SharedDriver(
      Worker worker, NanoClock clock, Alarms alarms, long accuracyNanos, Executor executor) {
    this.worker = worker;
    this.clock = clock;
    this.alarm = alarms.create(accuracyNanos, this::tell);
    this.executor = executor;
  }

  @Override
  public void launch() {
    tell();
  }

  @Override
  public void tell() {
    while (true) {
      int now = phase.get();
      if (now == HANDED || now == RERUN) {
        return;
      }
      int then = now == RUNNING ? RERUN : HANDED;
      if (phase.compareAndSet(now, then)) {
        if (then == HANDED) {
          hand();
        }
        return;
      }
    }
  }

  @Override
  public void tellQuietly() {
    while (true) {
      int now = phase.get();
      if (now != IDLE && now != RUNNING) {
        return;
      }
      int then = now == RUNNING ? RERUN : RUNG;
      if (phase.compareAndSet(now, then)) {
        if (then == RUNG) {
          alarm.arm(clock.nanos());
        }
        return;
      }
    }
  }

  private void hand() {
    try {
      executor.execute(this);
    } catch (RejectedExecutionException e) {
      if (!refusalReported) {
        refusalReported = true;
        TimerContext context = worker.context();
        TimerLog.LOG.stepRefused(context.name(), context.worker(), RETRY_MILLIS, e);
      }
      phase.set(RUNG);
      alarm.arm(clock.nanos() + TimeUnit.MILLISECONDS.toNanos(RETRY_MILLIS));
    }
  }

  @Override
  public void run() {
    boolean again;
    do {
      phase.set(RUNNING);
      Worker.Next next = worker.step();
      switch (next) {
        case AT_DEADLINE -> alarm.arm(worker.deadlineNanos());
        case WHEN_TOLD, NEVER -> alarm.clear();
        case AGAIN -> {}
      }
      again = next == Worker.Next.AGAIN || !phase.compareAndSet(RUNNING, IDLE);
    } while (again);
  }

  @Override
  public void interrupt() {
    // The thread belongs to others too.
  }
}
