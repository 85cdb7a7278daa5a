package org.escapement.clock;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The timelines of one loop, each made when it is first asked for: others cost nothing. */
final class Timelines {

  private final Map<ClockId, NanoClock> clocks;
  private final boolean alarmClocksArePlain;
  private final Map<ClockId, Timeline> byClock = new ConcurrentHashMap<>();
  private final List<Timeline> inUse = new CopyOnWriteArrayList<>();

  Timelines(Map<ClockId, NanoClock> clocks, boolean alarmClocksArePlain) {
    this.clocks = Map.copyOf(clocks);
    this.alarmClocksArePlain = alarmClocksArePlain;
  }

  /** Those asked for so far; grows at the end, is safe to read from any thread. */
  List<Timeline> inUse() {
    return inUse;
  }

  /**
   * The timeline that follows a clock.
   *
   * @throws IllegalArgumentException if the clock is null
   * @throws UnsupportedClockException if there is none
   */
  Timeline of(ClockId clock) {
    if (clock == null) {
      throw new IllegalArgumentException("the clock is null");
    }
    ClockId plain = alarmClocksArePlain ? plainTwin(clock) : clock;
    return byClock.computeIfAbsent(plain, this::make);
  }

  private Timeline make(ClockId clock) {
    NanoClock source = clocks.get(clock);
    Timeline made = new Timeline(source != null ? source : SystemClocks.of(clock));
    inUse.add(made);
    return made;
  }

  private static ClockId plainTwin(ClockId clock) {
    return switch (clock) {
      case REALTIME_ALARM -> ClockId.REALTIME;
      case BOOTTIME_ALARM -> ClockId.BOOTTIME;
      case REALTIME, MONOTONIC, BOOTTIME -> clock;
    };
  }
}
