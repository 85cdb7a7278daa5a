package org.escapement.clock;

/** An alarm on an event loop: a deadline in nanoseconds, for components of this project. */
final class LoopAlarm extends Entry implements Alarm {

  private final EventLoop loop;
  private final ClockId clock;
  private final long accuracyNanos;
  private final Runnable action;

  LoopAlarm(EventLoop loop, Timeline timeline, ClockId clock, long accuracyNanos, Runnable action) {
    super(timeline);
    this.loop = loop;
    this.clock = clock;
    this.accuracyNanos = accuracyNanos;
    this.action = action;
  }

  @Override
  public void arm(long deadlineNanos) {
    long from = timeline.fromReading(deadlineNanos);
    Schedule schedule = loop.schedule();
    schedule.enter();
    try {
      loop.checkNotEnded();
      window(from, schedule.plannedNanos(accuracyNanos));
      schedule.arm(this);
    } finally {
      schedule.leave();
    }
  }

  @Override
  public void clear() {
    Schedule schedule = loop.schedule();
    schedule.enter();
    try {
      schedule.disarm(this);
    } finally {
      schedule.leave();
    }
  }

  @Override
  boolean begin() {
    return false;
  }

  @Override
  void run() {
    try {
      action.run();
    } catch (Throwable e) { // all: whatever an action does, the other sources must go on
      loop.faults().alarmFailed(clock, e);
    }
  }
}
