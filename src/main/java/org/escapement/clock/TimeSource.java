package org.escapement.clock;

import org.jspecify.annotations.Nullable;

/**
 * A timer of an {@link EventLoop}.
 *
 * <p>A new source is {@link Mode#ONESHOT}. To repeat regularly, the handler sets the configured
 * time plus the period and enables ONESHOT again; starting from {@link EventLoop#now} instead would
 * add up the latency.
 *
 * <p>All methods may be called from any thread. Whichever thread switches a source off, closes or
 * moves it: when the call returns, no handler begins any more for the old time.
 *
 * <p>What concerns the time throws {@link IllegalStateException} after {@link #close}: then this is
 * no time source any more. Setters throw it also after the loop has ended.
 */
public interface TimeSource extends AutoCloseable {

  /** Whether and how often a source fires. */
  enum Mode {
    /** It does not fire. */
    OFF,
    /** It fires in every iteration of the loop from its time on, until it is moved. */
    ON,
    /** It fires once and is OFF from then on. */
    ONESHOT
  }

  /** The configured time, in µs since the epoch of the clock, however it was set. */
  long time();

  /**
   * Moves the source; whether it is enabled stays as it is.
   *
   * @param micros in µs since the clock's epoch; at least 0. A time in the past is due at once,
   *     {@link Long#MAX_VALUE} never comes
   */
  void setTime(long micros);

  /**
   * Moves the source to a time counted from {@link EventLoop#now}.
   *
   * @param micros in µs, at least 0
   * @throws ArithmeticException if the time does not fit into a long
   */
  void setTimeRelative(long micros);

  /** How much later than its time the source may fire, in µs. */
  long accuracy();

  /**
   * Sets how much later than its time the source may fire.
   *
   * @param micros in µs, at least 1; 0 stands for {@link EventLoop#DEFAULT_ACCURACY_MICROS}
   */
  void setAccuracy(long micros);

  /** The clock that the source follows. */
  ClockId clock();

  /** Whether the source fires. */
  Mode enabled();

  /** Switches the source on or off; OFF is allowed at any time. */
  void setEnabled(Mode mode);

  /** The priority, 0 at first. */
  long priority();

  /** Sets the priority: of the sources due together, the lowest number runs first. */
  void setPriority(long priority);

  /** The name for the log, if one was given. */
  @Nullable String description();

  /** Names the source for the log. */
  void setDescription(@Nullable String description);

  /** What the source was made with for its handler. */
  @Nullable Object userData();

  /** The loop that the source belongs to. */
  EventLoop loop();

  /** Takes the source out of its loop for good. Closing twice does nothing. */
  @Override
  void close();
}
