package org.escapement.bench.scale;

import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.agrona.DeadlineTimerWheel;
import org.escapement.clock.Alarm;
import org.escapement.clock.Alarms;
import org.escapement.clock.ClockId;
import org.escapement.clock.EventLoop;
import org.escapement.clock.TimeSource;

/** Ours and the peers. */
final class Keepers {

  static final String OURS = "Escapement time sources";
  static final String NETTY = "Netty HashedWheelTimer";

  private Keepers() {}

  static List<Keeper.Kind> all() {
    return List.of(
        new Keeper.Kind(OURS, Sources::new),
        new Keeper.Kind("Escapement alarms", OurAlarms::new),
        new Keeper.Kind("Agrona DeadlineTimerWheel", Agrona::new),
        new Keeper.Kind(NETTY, Netty::new),
        new Keeper.Kind("ScheduledThreadPoolExecutor", Executor::new));
  }

  /** A loop at work on a thread of its own. */
  static EventLoop runningLoop() {
    EventLoop loop = EventLoop.builder().build();
    Thread thread = new Thread(loop::run, "event loop");
    thread.setDaemon(true);
    thread.start();
    return loop;
  }

  /** As an application uses the loop. */
  private static final class Sources implements Keeper {

    private static final long ACCURACY_MICROS = 1_000;

    private final EventLoop loop = runningLoop();
    private final TimeSource[] sources;

    Sources(int timers) {
      sources = new TimeSource[timers];
    }

    private TimeSource add(long delayNanos) {
      return loop.addTimeRelative(
          ClockId.MONOTONIC,
          delayNanos / 1_000,
          ACCURACY_MICROS,
          (source, micros, data) -> 0,
          null);
    }

    @Override
    public void arm(int number, long delayNanos) {
      sources[number] = add(delayNanos);
    }

    /** Off and on again, for the time that it has. */
    @Override
    public void rearm(int number, long delayNanos) {
      sources[number].setEnabled(TimeSource.Mode.OFF);
      sources[number].setEnabled(TimeSource.Mode.ONESHOT);
    }

    @Override
    public void armAndCancel(long delayNanos) {
      add(delayNanos).close();
    }

    @Override
    public void close() {
      loop.exit(0);
    }
  }

  /** As the engine itself uses the loop. */
  private static final class OurAlarms implements Keeper {

    private static final long ACCURACY_NANOS = 1_000_000;

    private final EventLoop loop = runningLoop();
    private final Alarms maker = loop.alarms(ClockId.MONOTONIC);
    private final Alarm[] alarms;

    OurAlarms(int timers) {
      alarms = new Alarm[timers];
    }

    @Override
    public void arm(int number, long delayNanos) {
      alarms[number] = maker.create(ACCURACY_NANOS, () -> {});
      alarms[number].arm(System.nanoTime() + delayNanos);
    }

    @Override
    public void rearm(int number, long delayNanos) {
      alarms[number].clear();
      alarms[number].arm(System.nanoTime() + delayNanos);
    }

    @Override
    public void armAndCancel(long delayNanos) {
      Alarm alarm = maker.create(ACCURACY_NANOS, () -> {});
      alarm.arm(System.nanoTime() + delayNanos);
      alarm.clear();
    }

    @Override
    public void close() {
      loop.exit(0);
    }
  }

  /** A wheel without thread or lock; its round is as long as the longest delay. */
  private static final class Agrona implements Keeper {

    private static final long TICK_NANOS = 1 << 20;
    private static final int TICKS = 1 << 16;

    private final DeadlineTimerWheel wheel =
        new DeadlineTimerWheel(TimeUnit.NANOSECONDS, System.nanoTime(), TICK_NANOS, TICKS);
    private final long[] ids;

    Agrona(int timers) {
      ids = new long[timers];
    }

    @Override
    public void arm(int number, long delayNanos) {
      ids[number] = wheel.scheduleTimer(System.nanoTime() + delayNanos);
    }

    @Override
    public void rearm(int number, long delayNanos) {
      wheel.cancelTimer(ids[number]);
      arm(number, delayNanos);
    }

    @Override
    public void armAndCancel(long delayNanos) {
      wheel.cancelTimer(wheel.scheduleTimer(System.nanoTime() + delayNanos));
    }

    @Override
    public void close() {
      wheel.clear();
    }
  }

  /** With its own defaults: a tick of 100 ms, 512 slots. */
  private static final class Netty implements Keeper {

    private final HashedWheelTimer timer = new HashedWheelTimer();
    private final Timeout[] timeouts;

    Netty(int timers) {
      timeouts = new Timeout[timers];
    }

    private Timeout add(long delayNanos) {
      return timer.newTimeout(timeout -> {}, delayNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void arm(int number, long delayNanos) {
      timeouts[number] = add(delayNanos);
    }

    @Override
    public void rearm(int number, long delayNanos) {
      timeouts[number].cancel();
      arm(number, delayNanos);
    }

    @Override
    public void armAndCancel(long delayNanos) {
      add(delayNanos).cancel();
    }

    @Override
    public void close() {
      timer.stop();
    }
  }

  /** Cancelled tasks leave its queue at once. */
  private static final class Executor implements Keeper {

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
    private final ScheduledFuture<?>[] futures;

    Executor(int timers) {
      executor.setRemoveOnCancelPolicy(true);
      futures = new ScheduledFuture<?>[timers];
    }

    private ScheduledFuture<?> add(long delayNanos) {
      return executor.schedule(() -> {}, delayNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void arm(int number, long delayNanos) {
      futures[number] = add(delayNanos);
    }

    @Override
    public void rearm(int number, long delayNanos) {
      futures[number].cancel(false);
      arm(number, delayNanos);
    }

    @Override
    public void armAndCancel(long delayNanos) {
      add(delayNanos).cancel(false);
    }

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }
}
