package org.escapement.clock;

/**
 * A clock read in nanoseconds since an origin of its own.
 *
 * <p>Readings of one clock may be compared only by their difference ({@code a - b < 0}), because a
 * monotonic clock may start anywhere and wrap. Implementations are thread-safe and allocate
 * nothing.
 */
@FunctionalInterface
public interface NanoClock {

  /** The current reading, in nanoseconds. */
  long nanos();
}
