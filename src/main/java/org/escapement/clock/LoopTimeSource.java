package org.escapement.clock;

import org.jspecify.annotations.Nullable;

/** The loop's time source; its fields belong to the schedule's gate. */
final class LoopTimeSource extends Entry implements TimeSource {

  private final EventLoop loop;
  private final ClockId clock;
  private final @Nullable TimeHandler handler;
  private final @Nullable Object userData;
  private @Nullable String description;

  // The mode, as flags: a reference stored in an old object costs the collector's barrier.
  private boolean enabled = true;
  private boolean repeats;

  private boolean closed;
  private long timeMicros;
  private long accuracyMicros;

  LoopTimeSource(
      EventLoop loop,
      Timeline timeline,
      ClockId clock,
      @Nullable TimeHandler handler,
      @Nullable Object userData) {
    super(timeline);
    this.loop = loop;
    this.clock = clock;
    this.handler = handler;
    this.userData = userData;
  }

  /** Counts and arms a new source. */
  void open(long micros, long accuracy) {
    schedule().enter();
    try {
      loop.sourceOpened();
      accuracyMicros = accuracy;
      move(micros);
    } finally {
      schedule().leave();
    }
  }

  @Override
  public long time() {
    schedule().enter();
    try {
      checkOpen();
      return timeMicros;
    } finally {
      schedule().leave();
    }
  }

  @Override
  public void setTime(long micros) {
    EventLoop.checkTime(micros);
    schedule().enter();
    try {
      checkUsable();
      move(micros);
    } finally {
      schedule().leave();
    }
  }

  @Override
  public void setTimeRelative(long micros) {
    setTime(loop.fromNow(timeline, micros));
  }

  @Override
  public long accuracy() {
    schedule().enter();
    try {
      checkOpen();
      return accuracyMicros;
    } finally {
      schedule().leave();
    }
  }

  @Override
  public void setAccuracy(long micros) {
    long accuracy = EventLoop.checkAccuracy(micros);
    schedule().enter();
    try {
      checkUsable();
      accuracyMicros = accuracy;
      move(timeMicros);
    } finally {
      schedule().leave();
    }
  }

  @Override
  public ClockId clock() {
    return clock;
  }

  @Override
  public Mode enabled() {
    schedule().enter();
    try {
      return mode();
    } finally {
      schedule().leave();
    }
  }

  @Override
  public void setEnabled(Mode newMode) {
    schedule().enter();
    try {
      if (newMode != Mode.OFF) {
        checkUsable();
      }
      boolean rearm = newMode != Mode.OFF && (!enabled || !isLinked());
      mode(newMode);
      if (newMode == Mode.OFF) {
        schedule().disarm(this);
      } else if (rearm) {
        schedule().arm(this);
      }
    } finally {
      schedule().leave();
    }
  }

  @Override
  public long priority() {
    schedule().enter();
    try {
      return priority;
    } finally {
      schedule().leave();
    }
  }

  @Override
  public void setPriority(long newPriority) {
    schedule().enter();
    try {
      checkUsable();
      priority = newPriority;
    } finally {
      schedule().leave();
    }
  }

  @Override
  public @Nullable String description() {
    schedule().enter();
    try {
      return description;
    } finally {
      schedule().leave();
    }
  }

  @Override
  public void setDescription(@Nullable String newDescription) {
    schedule().enter();
    try {
      description = newDescription;
    } finally {
      schedule().leave();
    }
  }

  @Override
  public @Nullable Object userData() {
    return userData;
  }

  @Override
  public EventLoop loop() {
    return loop;
  }

  @Override
  public void close() {
    schedule().enter();
    try {
      if (closed) {
        return;
      }
      closed = true;
      mode(Mode.OFF);
      schedule().disarm(this);
      loop.sourceClosed();
    } finally {
      schedule().leave();
    }
  }

  @Override
  boolean begin() {
    loop.beginRunFor(timeMicros);
    enabled = repeats;
    return repeats;
  }

  @Override
  void run() {
    if (handler == null) {
      loop.exit(userData instanceof Integer code ? code : 0);
      return;
    }
    long micros = loop.runningForMicros();
    int result;
    try {
      result = handler.elapsed(this, micros, userData);
    } catch (Throwable e) { // all: whatever a handler does, the other sources must go on
      setEnabled(Mode.OFF);
      loop.faults().handlerFailed(this, micros, e);
      return;
    }
    if (result < 0) {
      setEnabled(Mode.OFF);
      loop.faults().handlerRefused(this, micros, result);
    }
  }

  private Schedule schedule() {
    return loop.schedule();
  }

  private Mode mode() {
    return !enabled ? Mode.OFF : repeats ? Mode.ON : Mode.ONESHOT;
  }

  private void mode(Mode newMode) {
    enabled = newMode != Mode.OFF;
    repeats = newMode == Mode.ON;
  }

  private void move(long micros) {
    timeMicros = micros;
    Schedule schedule = schedule();
    window(Timeline.toNanos(micros), schedule.plannedNanos(Timeline.toNanos(accuracyMicros)));
    if (enabled) {
      schedule.arm(this);
    } else {
      schedule.disarm(this);
    }
  }

  private void checkUsable() {
    loop.checkNotEnded();
    checkOpen();
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException(
          "'"
              + (description == null ? "source" : description)
              + "' is no time source: it was closed");
    }
  }
}
