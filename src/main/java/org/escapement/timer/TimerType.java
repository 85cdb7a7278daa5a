package org.escapement.timer;

/**
 * How a timer schedules its loop route and whether it deals out its tasks in slices. The codes are
 * Kamailio's.
 */
public enum TimerType {
  /** Sleeps one interval, runs, sleeps again: the period is interval plus run time. */
  BASIC(0, false, false),
  /** Runs on a fixed grid of the clock; the first run comes at once. */
  SYNC(1, true, false),
  /** As {@link #BASIC}, with slices. */
  SLICE(2, false, true),
  /** As {@link #SYNC}, with slices. */
  SLICED_SYNC(3, true, true);

  private final int code;
  private final boolean sync;
  private final boolean sliced;

  TimerType(int code, boolean sync, boolean sliced) {
    this.code = code;
    this.sync = sync;
    this.sliced = sliced;
  }

  /** The value of {@code type=} in a configuration, 0 to 3. */
  public int code() {
    return code;
  }

  public boolean sync() {
    return sync;
  }

  public boolean sliced() {
    return sliced;
  }
}
