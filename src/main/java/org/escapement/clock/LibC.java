package org.escapement.clock;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the C library that the JVM does not offer.
 *
 * <p>Only on Linux with 64-bit longs: there a {@code timespec} is two of them, and a pointer may be
 * passed as one. Elsewhere {@link #REACH} says why not, and nothing here may be called.
 */
final class LibC {

  /** Null when the calls can be made, else the reason why they cannot. */
  static final @Nullable String REACH = register();

  private LibC() {}

  /** {@code clock_gettime(2)}; the buffer is direct, of at least 16 bytes. */
  static native int clock_gettime(int clock, ByteBuffer timespec);

  /** {@code prctl(2)}. */
  static native int prctl(int option, long arg2, long arg3, long arg4, long arg5);

  /** {@code syscall(2)} of a call about one thread, 0 being this one, with a direct buffer. */
  static native long syscall(long number, long thread, ByteBuffer buffer, long arg3, long arg4);

  private static @Nullable String register() {
    try {
      if (!Platform.isLinux() || Native.LONG_SIZE != Long.BYTES) {
        return "the platform is " + Platform.RESOURCE_PREFIX;
      }
      Native.register(LibC.class, Platform.C_LIBRARY_NAME);
      return null;
    } catch (LinkageError | RuntimeException e) {
      // Whatever keeps JNA from loading (no temporary directory, a security policy, a libc without
      // the symbol), the project works without it.
      return e.toString();
    }
  }
}
