package org.escapement.clock;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts and logs what goes wrong in the handlers of one loop. */
final class Faults {

  private final String loop;
  private final AtomicLong count = new AtomicLong();

  Faults(String loop) {
    this.loop = loop;
  }

  long count() {
    return count.get();
  }

  void handlerFailed(TimeSource source, long micros, Throwable e) {
    log(() -> ClockLog.LOG.handlerFailed(name(source), source.clock(), micros, loop, e));
  }

  void handlerRefused(TimeSource source, long micros, int result) {
    log(() -> ClockLog.LOG.handlerRefused(name(source), source.clock(), micros, loop, result));
  }

  void alarmFailed(ClockId clock, Throwable e) {
    log(() -> ClockLog.LOG.alarmFailed(clock, loop, e));
  }

  private void log(Runnable message) {
    count.incrementAndGet();
    try {
      message.run();
    } catch (Throwable e) { // all: an exception whose own methods throw must not end the loop
      count.incrementAndGet();
    }
  }

  private static String name(TimeSource source) {
    @Nullable String description = source.description();
    return description == null ? "unnamed" : description;
  }
}
