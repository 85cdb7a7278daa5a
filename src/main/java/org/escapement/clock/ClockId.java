package org.escapement.clock;

/** The clocks that timers and time sources can follow, by the names of {@code clock_gettime(2)}. */
public enum ClockId {
  /** Wall-clock time since 1970; it can be set and jump. */
  REALTIME,
  /**
   * Time since an arbitrary origin; it never jumps, and stands still while the machine is
   * suspended.
   */
  MONOTONIC,
  /** As {@link #MONOTONIC}, but counts the time asleep too. */
  BOOTTIME,
  /** As {@link #REALTIME}, waking a suspended machine; no JVM can do that. */
  REALTIME_ALARM,
  /** As {@link #BOOTTIME}, waking a suspended machine; no JVM can do that. */
  BOOTTIME_ALARM
}
