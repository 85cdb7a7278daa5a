package org.escapement.system;

import org.escapement.natives.NativeCalls;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the C library that change the process. Only on Linux with 64-bit longs, where a {@code
 * struct rlimit} is two of them; elsewhere {@link #REACH} says why not, and nothing here may be
 * called.
 */
final class LibC {

  /** Null when the calls can be made, else the reason why they cannot. */
  static final @Nullable String REACH = NativeCalls.bind(LibC.class);

  private LibC() {}

  /** {@code getrlimit(2)}: soft and hard limit. */
  static native int getrlimit(int resource, long[] limits);

  /** {@code setrlimit(2)}: soft and hard limit. */
  static native int setrlimit(int resource, long[] limits);

  /** {@code mlockall(2)}. */
  static native int mlockall(int flags);
}
