package org.escapement.clock;

import java.util.concurrent.atomic.AtomicLong;

/**
 * One clock as a loop sees it: readings since an epoch, the time of the present iteration, and the
 * entries that follow the clock.
 *
 * <p>Times here are nanoseconds since the epoch and compare as plain numbers. The epoch is the
 * clock's own zero; only for a clock that starts below zero or near its wrap (a monotonic clock may
 * start anywhere) is it the moment at which the loop first read it.
 */
final class Timeline {

  private static final long MICROS_LIMIT = Entry.NEVER / 1_000;

  /** Far enough back for any use, and not so far that the distance to a time overflows. */
  private static final long LONG_PAST = Long.MIN_VALUE / 4;

  /** Some decades: what lies within is no matter of overflow. */
  private static final long FAR = 1L << 60;

  private final NanoClock clock;
  private final long epoch;

  /** Guarded by the schedule's gate. */
  final TimingWheel wheel;

  /** When the loop is going to wake up for this clock; guarded by the schedule's gate. */
  long plannedNanos = Entry.NEVER;

  private final AtomicLong iterationNanos;

  Timeline(NanoClock clock) {
    this.clock = clock;
    long reading = clock.nanos();
    this.epoch = reading >= 0 && reading <= Long.MAX_VALUE / 2 ? 0 : reading;
    this.iterationNanos = new AtomicLong(reading - epoch);
    this.wheel = new TimingWheel(reading - epoch);
  }

  /** A new reading. */
  long readNanos() {
    return clock.nanos() - epoch;
  }

  /** The clock's own reading at a time. */
  long toReading(long nanos) {
    return nanos + epoch;
  }

  /** The time of a reading that the clock has given. */
  long ofReading(long reading) {
    return reading - epoch;
  }

  /** The time of a reading of the clock, past or future; NEVER when it lies beyond all times. */
  long fromReading(long reading) {
    long known = iterationNanos();
    long distance = reading - (known + epoch);
    if (known >= 0 && known < FAR && distance > -FAR && distance < FAR) {
      return known + distance; // as below, without a look at the clock
    }
    return fromFarReading(reading);
  }

  private long fromFarReading(long reading) {
    long now = readNanos();
    long ahead = reading - (now + epoch);
    if (now > 0 && ahead > Entry.NEVER - now) {
      return Entry.NEVER;
    }
    return Math.max(now + ahead, LONG_PAST);
  }

  /** The time of the present iteration, or of the last one. */
  long iterationNanos() {
    return iterationNanos.getAcquire();
  }

  void beginIteration(long nowNanos) {
    iterationNanos.setRelease(nowNanos);
  }

  /** Microseconds since the epoch as nanoseconds; what does not fit never comes. */
  static long toNanos(long micros) {
    return micros >= MICROS_LIMIT ? Entry.NEVER : micros * 1_000;
  }
}
