package org.escapement.clock;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The machine's clocks. Readings allocate nothing and may be taken from any thread.
 *
 * <p>MONOTONIC is {@link System#nanoTime}: on Linux the same {@code CLOCK_MONOTONIC}, read without
 * leaving the JVM in some 20 ns.
 *
 * <p>REALTIME and BOOTTIME are read with {@code clock_gettime}. Java's own sources of wall-clock
 * time are either coarse ({@code currentTimeMillis}) or make an object ({@code Instant}); adding a
 * measured offset to nanoTime would be blind to a step of the clock until the offset is measured
 * again, and noticing such steps is what a REALTIME timer is for. Where the call is out of reach,
 * REALTIME falls back to whole milliseconds and BOOTTIME is refused.
 */
public final class SystemClocks {

  /** Time since an arbitrary origin, in nanoseconds; on Linux since the start of the machine. */
  public static final NanoClock MONOTONIC = System::nanoTime;

  private static final int LINUX_REALTIME = 0;
  private static final int LINUX_BOOTTIME = 7;

  private static final @Nullable NanoClock NATIVE_REALTIME = nativeClock(LINUX_REALTIME);
  private static final @Nullable NanoClock NATIVE_BOOTTIME = nativeClock(LINUX_BOOTTIME);

  private SystemClocks() {}

  /**
   * The system clock of a given kind; nanoseconds since 1970 for REALTIME, since the start of the
   * machine for BOOTTIME.
   *
   * @throws UnsupportedClockException for the two ALARM clocks, and for BOOTTIME where the platform
   *     has none
   */
  public static NanoClock of(ClockId id) {
    return switch (id) {
      case MONOTONIC -> MONOTONIC;
      case REALTIME -> realtime();
      case BOOTTIME -> boottime();
      case REALTIME_ALARM, BOOTTIME_ALARM ->
          throw new UnsupportedClockException(id, "no JVM can wake a suspended machine");
    };
  }

  private static NanoClock realtime() {
    return NATIVE_REALTIME != null ? NATIVE_REALTIME : () -> System.currentTimeMillis() * 1_000_000;
  }

  private static NanoClock boottime() {
    if (NATIVE_BOOTTIME == null) {
      throw new UnsupportedClockException(
          ClockId.BOOTTIME, "this platform offers no clock that counts the time asleep");
    }
    return NATIVE_BOOTTIME;
  }

  private static @Nullable NanoClock nativeClock(int id) {
    if (LibC.REACH != null) {
      if (id == LINUX_REALTIME) {
        ClockLog.LOG.noNativeClocks(LibC.REACH);
      }
      return null;
    }
    NativeClock clock = new NativeClock(id);
    return clock.works() ? clock : null;
  }

  private static final class NativeClock implements NanoClock {

    // A buffer of the JDK's own class, not an object of ours: pooled threads of a server keep their
    // thread locals, and must not keep the application's class loader with them.
    private static final ThreadLocal<ByteBuffer> TIMESPEC =
        ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder()));

    private final int id;

    NativeClock(int id) {
      this.id = id;
    }

    boolean works() {
      return LibC.clock_gettime(id, TIMESPEC.get()) == 0;
    }

    @Override
    public long nanos() {
      ByteBuffer timespec = TIMESPEC.get();
      LibC.clock_gettime(id, timespec);
      return timespec.getLong(0) * 1_000_000_000 + timespec.getLong(8);
    }
  }
}
