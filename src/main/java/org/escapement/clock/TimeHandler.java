package org.escapement.clock;

import org.jspecify.annotations.Nullable;

/** What runs when a time source elapses. */
@FunctionalInterface
public interface TimeHandler {

  /**
   * Called on the loop's thread; must return quickly, for other sources may wait behind it.
   *
   * @param source the source that elapsed
   * @param micros the time that the source was configured for, in µs since its clock's epoch;
   *     {@link EventLoop#now} tells when the iteration began that calls
   * @param userData what the source was made with
   * @return below 0 to have the source switched off, also when it was {@link TimeSource.Mode#ON}
   * @throws Exception counts as a result below 0; it is logged
   */
  int elapsed(TimeSource source, long micros, @Nullable Object userData) throws Exception;
}
