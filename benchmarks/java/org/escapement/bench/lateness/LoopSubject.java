package org.escapement.bench.lateness;

import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;

/** A thread that sleeps until the next due time, again and again. */
final class LoopSubject implements Subject {

  static final String SPIN = "spin loop (the machine's floor)";
  static final String DEFAULT_SLACK = "clock_nanosleep, slack default";

  private final String name;
  private final Runnable prepare;
  private final Sleep sleep;

  /** A way to sleep until {@link System#nanoTime} reaches a time. */
  @FunctionalInterface
  private interface Sleep {
    void until(long nanos);
  }

  private LoopSubject(String name, Runnable prepare, Sleep sleep) {
    this.name = name;
    this.prepare = prepare;
    this.sleep = sleep;
  }

  /** Never sleeps, and so is only as late as others make it: the machine's floor. */
  static Subject spin() {
    return new LoopSubject(
        SPIN,
        () -> {},
        nanos -> {
          while (nanos - System.nanoTime() > 0) {
            Thread.onSpinWait();
          }
        });
  }

  /** As a programmer would write it with the JDK alone. */
  static Subject parkNanos() {
    return new LoopSubject(
        "parkNanos loop",
        () -> {},
        nanos -> {
          for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
          }
        });
  }

  /**
   * What the platform gives to a program in C.
   *
   * @param slackNanos timer slack of the thread; 0 for the default
   */
  static Subject clockNanosleep(long slackNanos) {
    ByteBuffer timespec = CLibrary.timespec();
    return new LoopSubject(
        slackNanos == 0 ? DEFAULT_SLACK : "clock_nanosleep, slack " + slackNanos + " ns",
        () -> CLibrary.timerSlack(slackNanos),
        nanos -> CLibrary.sleepUntil(nanos, timespec));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean reaches(long intervalNanos) {
    return true;
  }

  @Override
  public Running start(Ticks ticks) {
    Thread thread = new Thread(() -> loop(ticks), name);
    thread.start();
    return thread::join;
  }

  private void loop(Ticks ticks) {
    prepare.run();
    ticks.origin(System.nanoTime() + ticks.intervalNanos());
    for (long k = 0; !ticks.isDone(); k++) {
      sleep.until(ticks.dueNanos(k));
      ticks.ran(System.nanoTime());
    }
  }
}
