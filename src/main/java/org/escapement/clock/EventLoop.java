package org.escapement.clock;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Carries any number of time sources on one thread, after the model of sd-event.
 *
 * <p>Every source has a window, from its time to its time plus its accuracy. The loop wakes up once
 * for all windows that overlap the earliest end, and runs what is due by then: the lowest priority
 * number first, then what has been due longest, then what was armed first. A handler runs to its
 * end before the next begins, always on the thread that runs the loop.
 *
 * <p>{@link #run} occupies a thread until {@link #exit}; {@link #runOnce} serves those who drive
 * the loop by hand. All other methods may be called from any thread. Arming, moving and cancelling
 * take constant time and allocate nothing, whatever the number of sources; but they may have to
 * wait for the loop, which with hundreds of thousands of sources sorts for a millisecond now and
 * then.
 *
 * <p>The loop never ends because of a handler: one that throws is logged, counted and switched off.
 * An interrupt of the loop's thread is no request to end either; it is kept for when {@code run}
 * returns.
 */
public final class EventLoop {

  /** The accuracy of sources that ask for none: 250 ms. */
  public static final long DEFAULT_ACCURACY_MICROS = 250_000;

  private final String name;
  private final Timelines timelines;
  private final Schedule schedule;
  private final Faults faults;
  private final long maxSources;
  private final LoopLife life;
  private final Iterations iterations;

  /** Those that are not closed; guarded by the schedule's gate. */
  private long sources;

  /** The time that the source was set to whose handler runs; for the loop's thread. */
  private long runningForMicros;

  EventLoop(EventLoopBuilder builder, Map<ClockId, NanoClock> clocks, Waiter waiter) {
    this.name = builder.name();
    this.maxSources = builder.maxSources();
    this.timelines = new Timelines(clocks, builder.alarmClocksArePlain());
    this.schedule =
        new Schedule(timelines.of(ClockId.MONOTONIC), waiter, builder.alignment(), timelines);
    this.faults = new Faults(name);
    this.life = new LoopLife(name);
    this.iterations = new Iterations(schedule, life);
  }

  /** Begins the making of a loop. */
  public static EventLoopBuilder builder() {
    return new EventLoopBuilder();
  }

  /**
   * Adds a time source that fires once, at an absolute time.
   *
   * @param clock the clock to follow
   * @param micros in µs since the clock's epoch, at least 0; a time in the past is due at once,
   *     {@link Long#MAX_VALUE} never comes
   * @param accuracyMicros how much later the source may fire, in µs, at least 1; 0 stands for
   *     {@link #DEFAULT_ACCURACY_MICROS}
   * @param handler what runs then; null to end the loop, with the user data as exit code when it is
   *     an Integer
   * @param userData passed to the handler
   * @return the source; it lives as long as the loop, whether the reference is kept or not, and
   *     counts against the bound on sources until it is closed
   * @throws IllegalArgumentException if the time or the accuracy is negative or the clock null
   * @throws IllegalStateException if the loop has ended
   * @throws UnsupportedClockException if the loop cannot follow that clock
   * @throws RejectedExecutionException if the loop has as many sources as it may
   */
  public TimeSource addTime(
      ClockId clock,
      long micros,
      long accuracyMicros,
      @Nullable TimeHandler handler,
      @Nullable Object userData) {
    checkTime(micros);
    long accuracy = checkAccuracy(accuracyMicros);
    return add(clock, timelines.of(clock), micros, accuracy, handler, userData);
  }

  private TimeSource add(
      ClockId clock,
      Timeline timeline,
      long micros,
      long accuracyMicros,
      @Nullable TimeHandler handler,
      @Nullable Object userData) {
    checkNotEnded();
    LoopTimeSource source = new LoopTimeSource(this, timeline, clock, handler, userData);
    source.open(micros, accuracyMicros);
    return source;
  }

  /**
   * As {@link #addTime}, with a time counted from {@link #now}.
   *
   * @param micros in µs, at least 0
   * @throws ArithmeticException if the time does not fit into a long
   */
  public TimeSource addTimeRelative(
      ClockId clock,
      long micros,
      long accuracyMicros,
      @Nullable TimeHandler handler,
      @Nullable Object userData) {
    long accuracy = checkAccuracy(accuracyMicros);
    Timeline timeline = timelines.of(clock);
    return add(clock, timeline, fromNow(timeline, micros), accuracy, handler, userData);
  }

  /**
   * Alarms that follow a clock of this loop, with deadlines that are its readings in nanoseconds.
   * An action that throws is logged and counted. Arming one throws {@link IllegalStateException}
   * after the loop has ended. Alarms do not count against the bound on sources.
   *
   * @throws UnsupportedClockException if the loop cannot follow that clock
   */
  public Alarms alarms(ClockId clock) {
    Timeline timeline = timelines.of(clock);
    return (accuracyNanos, action) -> {
      if (accuracyNanos < 1) {
        throw new IllegalArgumentException("an accuracy cannot be " + accuracyNanos + " ns");
      }
      return new LoopAlarm(this, timeline, clock, accuracyNanos, action);
    };
  }

  /**
   * The time at which the running iteration began, in µs since the clock's epoch; when none is
   * running, the time at present.
   *
   * @throws UnsupportedClockException if the loop cannot follow that clock
   */
  public long now(ClockId clock) {
    return nowMicros(timelines.of(clock));
  }

  /**
   * Runs the loop on the calling thread until {@link #exit} is called.
   *
   * @return the exit code
   * @throws IllegalStateException if the loop runs already, or has ended
   */
  public int run() {
    life.beginRun();
    boolean interrupted = false;
    try {
      while (!life.isExitAsked()) {
        iterations.next(Entry.NEVER);
        interrupted |= Thread.interrupted();
      }
    } finally {
      endRun(interrupted);
    }
    return exitCode().orElseThrow();
  }

  /**
   * Runs one iteration on the calling thread: waits, then runs what is due.
   *
   * @param timeoutMicros how long to wait at most, in µs; 0 not to wait, {@link Long#MAX_VALUE} for
   *     as long as it takes
   * @return whether anything was run
   * @throws IllegalStateException if the loop runs already, or has ended
   */
  public boolean runOnce(long timeoutMicros) {
    if (timeoutMicros < 0) {
      throw new IllegalArgumentException("a timeout cannot be " + timeoutMicros + " µs");
    }
    life.beginRun();
    boolean interrupted = false;
    try {
      boolean any = !life.isExitAsked() && iterations.next(Timeline.toNanos(timeoutMicros));
      interrupted = Thread.interrupted();
      return any;
    } finally {
      endRun(interrupted);
    }
  }

  /**
   * Asks the loop to end: after the handler that runs at present, no other begins. Of several calls
   * the last one's code counts.
   *
   * @throws IllegalStateException if the loop has ended
   */
  public void exit(int code) {
    life.exit(code);
    schedule.wake();
  }

  /** The code given to {@link #exit}, if it was called. */
  public OptionalInt exitCode() {
    return life.exitCode();
  }

  /** Whether the loop has ended; it cannot be run again. */
  public boolean hasEnded() {
    return life.hasEnded();
  }

  /** The name of the loop, for the log. */
  public String name() {
    return name;
  }

  /** What the loop has done so far. */
  public LoopCounters counters() {
    return iterations.counters(faults.count());
  }

  private void endRun(boolean interrupted) {
    life.endRun();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private long nowMicros(Timeline timeline) {
    return Math.floorDiv(
        iterations.isUnderWay() ? timeline.iterationNanos() : timeline.readNanos(), 1_000L);
  }

  /** Counts one more source; the gate is held. */
  void sourceOpened() {
    if (sources == maxSources) {
      throw new RejectedExecutionException(
          "event loop '" + name + "' has " + maxSources + " time sources, and may not have more");
    }
    sources++;
  }

  /** Counts one source less; the gate is held. */
  void sourceClosed() {
    sources--;
  }

  /** A source set to this time is going to run; the gate is held. */
  void beginRunFor(long micros) {
    runningForMicros = micros;
  }

  long runningForMicros() {
    return runningForMicros;
  }

  Schedule schedule() {
    return schedule;
  }

  Faults faults() {
    return faults;
  }

  void checkNotEnded() {
    life.checkNotEnded();
  }

  /** The time so many µs from the iteration's. */
  long fromNow(Timeline timeline, long micros) {
    checkTime(micros);
    long now = nowMicros(timeline);
    if (micros >= Entry.NEVER - now) {
      throw new ArithmeticException(
          "the time " + now + " µs + " + micros + " µs does not fit into 64 bits");
    }
    return now + micros;
  }

  static void checkTime(long micros) {
    if (micros < 0) {
      throw new IllegalArgumentException("a time cannot be " + micros + " µs");
    }
  }

  /** The accuracy meant by a number. */
  static long checkAccuracy(long micros) {
    if (micros < 0) {
      throw new IllegalArgumentException("an accuracy cannot be " + micros + " µs");
    }
    return micros == 0 ? DEFAULT_ACCURACY_MICROS : micros;
  }
}
