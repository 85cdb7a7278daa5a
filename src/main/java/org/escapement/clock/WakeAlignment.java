package org.escapement.clock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where in the minute, the ten seconds, the second and the quarter of a second this process prefers
 * to wake up.
 *
 * <p>When there is a choice, all loops wake at the same moments, and so does a machine that is idle
 * otherwise; different machines do so at different moments.
 *
 * @param offsetNanos how long after a full minute of the clock, 0 up to a minute
 */
record WakeAlignment(long offsetNanos) {

  private static final long MINUTE_NANOS = 60_000_000_000L;

  /** Each a multiple of the next, so that a moment of one is a moment of all after it. */
  private static final long[] PERIODS_NANOS = {
    MINUTE_NANOS, 10_000_000_000L, 1_000_000_000L, 250_000_000L
  };

  private static final WakeAlignment OF_THIS_PROCESS = new WakeAlignment(offsetOfMachine());

  WakeAlignment {
    if (offsetNanos < 0 || offsetNanos >= MINUTE_NANOS) {
      throw new IllegalArgumentException(
          "an offset in the minute cannot be " + offsetNanos + " ns");
    }
  }

  /** The same for every loop of the process, and where the platform tells, of the machine. */
  static WakeAlignment ofThisProcess() {
    return OF_THIS_PROCESS;
  }

  /** How many periods there are, the longest first. */
  int periods() {
    return PERIODS_NANOS.length;
  }

  /** The last preferred moment of the given period that is not after {@code nanos}. */
  long lastUpTo(long nanos, int period) {
    long length = PERIODS_NANOS[period];
    return nanos - Math.floorMod(nanos - offsetNanos, length);
  }

  private static long offsetOfMachine() {
    long seed;
    try {
      seed = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).hashCode();
    } catch (IOException | RuntimeException e) {
      // No such file on this platform, or not for us to read: then the process stands for itself.
      seed = System.nanoTime();
    }
    return Math.floorMod(seed * 1_000_003L, MINUTE_NANOS);
  }
}
