package org.escapement.bench.lateness;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Calls of the C library; Linux with 64-bit longs alone. */
public final class CLibrary {

  private static final int CLOCK_MONOTONIC = 1;
  private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
  private static final int TIMER_ABSTIME = 1;
  private static final int PR_SET_TIMERSLACK = 29;
  private static final long SECOND = 1_000_000_000L;

  static {
    Native.register(CLibrary.class, Platform.C_LIBRARY_NAME);
  }

  private CLibrary() {}

  private static native int clock_nanosleep(
      int clock, int flags, ByteBuffer request, ByteBuffer remain);

  private static native int clock_gettime(int clock, ByteBuffer timespec);

  private static native int prctl(int option, long arg2, long arg3, long arg4, long arg5);

  static ByteBuffer timespec() {
    return ByteBuffer.allocateDirect(16).order(ByteOrder.nativeOrder());
  }

  /** CPU time of all threads of this process: the JVM's own, such as its compilers, included. */
  public static long processCpuNanos() {
    ByteBuffer time = timespec();
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, time);
    return time.getLong(0) * SECOND + time.getLong(8);
  }

  /** Sleeps until the monotonic clock, which is {@link System#nanoTime} here, reaches a time. */
  static void sleepUntil(long nanos, ByteBuffer timespec) {
    timespec.putLong(0, nanos / SECOND).putLong(8, nanos % SECOND);
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, timespec, timespec);
  }

  /** Sets the timer slack of the calling thread; 0 stands for the default, 50 µs as a rule. */
  static void timerSlack(long nanos) {
    prctl(PR_SET_TIMERSLACK, nanos, 0, 0, 0);
  }
}
