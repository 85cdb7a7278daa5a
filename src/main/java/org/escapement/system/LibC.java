package org.escapement.system;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the C library that change the process. Only on Linux with 64-bit longs, where a {@code
 * struct rlimit} is two of them; elsewhere {@link #REACH} says why not, and nothing here may be
 * called.
 */
final class LibC {

  /** Null when the calls can be made, else the reason why they cannot. */
  static final @Nullable String REACH = register();

  private LibC() {}

  /** {@code getrlimit(2)}: soft and hard limit. */
  static native int getrlimit(int resource, long[] limits);

  /** {@code setrlimit(2)}: soft and hard limit. */
  static native int setrlimit(int resource, long[] limits);

  /** {@code mlockall(2)}. */
  static native int mlockall(int flags);

  private static @Nullable String register() {
    try {
      if (!Platform.isLinux() || Native.LONG_SIZE != Long.BYTES) {
        return "the platform is " + Platform.RESOURCE_PREFIX;
      }
      Native.register(LibC.class, Platform.C_LIBRARY_NAME);
      return null;
    } catch (LinkageError | RuntimeException e) {
      return e.toString(); // whatever keeps JNA from loading, the application works without it
    }
  }
}
