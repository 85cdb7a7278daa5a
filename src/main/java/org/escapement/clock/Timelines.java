package org.escapement.clock;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The timelines of one loop, each made when it is first asked for: others cost nothing. */
final class Timelines {

  private final Map<ClockId, NanoClock> clocks;
  private final boolean alarmClocksArePlain;

  /** Never changed, only replaced. */
  private volatile Map<ClockId, Timeline> byClock = new EnumMap<>(ClockId.class);

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
    Timeline known = byClock.get(plain);
    return known != null ? known : make(plain);
  }

  private synchronized Timeline make(ClockId clock) {
    Timeline known = byClock.get(clock);
    if (known != null) {
      return known;
    }
    NanoClock source = clocks.get(clock);
    Timeline made = new Timeline(source != null ? source : SystemClocks.of(clock));
    inUse.add(made);
    Map<ClockId, Timeline> more = new EnumMap<>(byClock);
    more.put(clock, made);
    byClock = more;
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
