package org.escapement.clock;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a loop has to do and when: the part of it that all threads share.
 *
 * <p>One short lock guards everything. The alternative, a queue of operations that the loop applies
 * when it wakes, was rejected for two reasons. An entry that was cancelled must not begin to run
 * afterwards, so canceller and loop have to agree about every single run in any case, by an atomic
 * state in each entry; the queue comes on top of that. And in the commonest use, timeouts that are
 * armed and cancelled long before they are due, the queue grows until the loop wakes up for some
 * other reason, or must wake it to be emptied. With the lock such a pair leaves nothing behind and
 * wakes nobody, and costs two sections of some 20 ns.
 *
 * <p>The loop's own sections are longer when slots of the wheel are crowded. Those that have passed
 * are taken out and one is distributed among lower levels, at 100 ns an entry and more once they
 * have left the processor's caches; so is one walked through whose earliest end must be found anew.
 * With a million entries spread over a minute that is a slot of 18,000 about once a second: for
 * some milliseconds, whoever arms or cancels waits.
 *
 * <p>How a cancelled entry never runs: the loop {@link #collect collects} what is due, and marks
 * it. Whoever arms, moves or disarms an entry takes the mark away. Just before each run the loop
 * {@link #claim claims} the entry: the mark must still be there. Marking, unmarking and claiming
 * happen inside the lock, so each of them is before or after the others, and a handler begins
 * either before the cancellation returns or not at all.
 *
 * <p>Wake-ups: the windows that begin up to the earliest end of any window form a group; the loop
 * wakes at that end, or before it at a moment preferred by the {@link WakeAlignment} when that does
 * not tear the group apart. Windows are planned shorter by the loop's {@link Lag}, for a source
 * must not wait for the end of its window if the loop comes later than that.
 */
final class Schedule {

  /** How long the loop relies on a reading of a clock that can jump. */
  private static final long RECHECK_NANOS = 100_000_000;

  private final Gate gate = new Gate();
  private final Lag lag = new Lag();
  private final Waiter waiter;
  private final WakeAlignment alignment;
  private final Timeline monotonic;
  private final List<Timeline> timelines;
  private long orders;

  /** The monotonic time as the loop read it last; for its thread alone. */
  private long nowNanos;

  /** The deadline that the loop has waited for and reached, or NEVER; for its thread alone. */
  private long reachedNanos = Entry.NEVER;

  private boolean waiting;
  private boolean wakeWanted;

  Schedule(Timeline monotonic, Waiter waiter, WakeAlignment alignment, Timelines timelines) {
    this.monotonic = monotonic;
    this.waiter = waiter;
    this.alignment = alignment;
    this.timelines = timelines.inUse();
  }

  void enter() {
    gate.enter();
  }

  /** Leaves the gate, and wakes the loop when something done inside needs it earlier. */
  void leave() {
    boolean wake = wakeWanted;
    wakeWanted = false;
    gate.leave();
    if (wake) {
      waiter.wake();
    }
  }

  /** How long to plan a window that may be so long. */
  long plannedNanos(long windowNanos) {
    return lag.plannedNanos(windowNanos);
  }

  /** Arms an entry for its window, or moves it there; the gate is held. */
  void arm(Entry entry) {
    disarm(entry);
    if (entry.timeNanos == Entry.NEVER) {
      return;
    }
    Timeline timeline = entry.timeline;
    entry.order = orders++;
    timeline.wheel.add(entry);
    if (waiting && entry.latestNanos < timeline.plannedNanos) {
      timeline.plannedNanos = entry.latestNanos;
      wakeWanted = true;
    }
  }

  /** Disarms an entry, armed or not; the gate is held. */
  void disarm(Entry entry) {
    entry.due = false;
    if (entry.isLinked()) {
      entry.timeline.wheel.remove(entry);
    }
  }

  /**
   * Waits for the next wake-up.
   *
   * @param boundNanos how long to wait at most, or NEVER
   * @return whether there was a wait at all
   */
  boolean await(long boundNanos) {
    long left = plan(boundNanos);
    if (left <= 0) {
      return false;
    }
    if (left == Entry.NEVER) {
      waiter.awaitWake();
      nowNanos = monotonic.readNanos();
    } else {
      awaitDeadline(nowNanos + left);
    }
    return true;
  }

  private void awaitDeadline(long deadlineNanos) {
    long reading =
        waiter.awaitDeadline(monotonic.toReading(deadlineNanos), monotonic.toReading(nowNanos));
    nowNanos = monotonic.ofReading(reading);
    if (nowNanos >= deadlineNanos) { // else somebody woke the loop
      reachedNanos = deadlineNanos;
    }
  }

  /** Reads the clocks; how long to wait, 0 or less when something is due. */
  private long plan(long boundNanos) {
    gate.enter();
    try {
      waiting = true;
      nowNanos = monotonic.readNanos();
      long left = boundNanos;
      for (int i = 0; i < timelines.size(); i++) {
        Timeline timeline = timelines.get(i);
        long now = timeline == monotonic ? nowNanos : timeline.readNanos();
        left = Math.min(left, leftNanos(timeline, now));
      }
      return left;
    } finally {
      gate.leave();
    }
  }

  /**
   * Begins an iteration: marks what is due.
   *
   * @return the entry that is due, if it is the only one; it is claimed already
   */
  @Nullable Entry collect(Batch batch) {
    gate.enter();
    try {
      waiting = false;
      for (int i = 0; i < timelines.size(); i++) {
        Timeline timeline = timelines.get(i);
        long now = timeline == monotonic ? nowNanos : timeline.readNanos();
        timeline.beginIteration(now);
        timeline.wheel.advance(now);
        timeline.wheel.collect(batch);
      }
      Entry only = batch.takeOnly();
      if (only != null) {
        learn(nowNanos);
        begin(only);
        return only;
      }
    } finally {
      gate.leave();
    }
    batch.sort();
    learn(monotonic.readNanos());
    return null;
  }

  /** The first run of an iteration can begin now. */
  private void learn(long beginNanos) {
    if (reachedNanos != Entry.NEVER) {
      lag.learn(beginNanos - reachedNanos);
      reachedNanos = Entry.NEVER;
    }
  }

  /** Whether a collected entry is still to run; it is disarmed then, unless it fires for ever. */
  boolean claim(Entry entry) {
    gate.enter();
    try {
      if (!entry.due) {
        return false;
      }
      begin(entry);
      return true;
    } finally {
      gate.leave();
    }
  }

  private void begin(Entry entry) {
    entry.due = false;
    if (!entry.begin()) {
      disarm(entry);
    }
  }

  private long leftNanos(Timeline timeline, long now) {
    TimingWheel wheel = timeline.wheel;
    wheel.advance(now);
    if (wheel.hasReady()) {
      return 0;
    }
    long wake = wakeUpNanos(wheel);
    timeline.plannedNanos = wake;
    if (wake == Entry.NEVER) {
      return Entry.NEVER;
    }
    return timeline == monotonic ? wake - now : Math.min(wake - now, RECHECK_NANOS);
  }

  private long wakeUpNanos(TimingWheel wheel) {
    long end = wheel.earliestEnd();
    if (end == Entry.NEVER) {
      return end;
    }
    long wake = end;
    for (int period = alignment.periods() - 1; period >= 0; period--) {
      long preferred = alignment.lastUpTo(end, period);
      if (wheel.startsWithin(preferred, end)) {
        return wake; // and a longer period's moment lies even further from the end
      }
      wake = preferred;
    }
    return wake;
  }

  /** Wakes the loop for a reason of its own. */
  void wake() {
    waiter.wake();
  }
}
