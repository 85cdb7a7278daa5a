package org.escapement.clock;

import java.nio.ByteBuffer;
import org.escapement.natives.NativeCalls;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the C library that the JVM does not offer.
 *
 * <p>Only on Linux with 64-bit longs: there a {@code timespec} is two of them, and a pointer may be
 * passed as one. Elsewhere {@link #REACH} says why not, and nothing here may be called.
 */
final class LibC {

  /** Null when the calls can be made, else the reason why they cannot. */
  static final @Nullable String REACH = NativeCalls.bind(LibC.class);

  private LibC() {}

  /** {@code clock_gettime(2)}; the buffer is direct, of at least 16 bytes. */
  static native int clock_gettime(int clock, ByteBuffer timespec);

  /** {@code prctl(2)}. */
  static native int prctl(int option, long arg2, long arg3, long arg4, long arg5);

  /** {@code syscall(2)} of a call about one thread, 0 being this one, with a direct buffer. */
  static native long syscall(long number, long thread, ByteBuffer buffer, long arg3, long arg4);
}
