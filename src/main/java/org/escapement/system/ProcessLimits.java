package org.escapement.system;

import com.sun.jna.Native;
import org.jspecify.annotations.Nullable;

/** What the kernel lets this process have. */
interface ProcessLimits {

  /** Both limits of a resource; −1 is unlimited. */
  record Limit(long soft, long hard) {

    static final long UNLIMITED = -1;

    static String text(long limit) {
      return limit == UNLIMITED ? "unlimited" : Long.toString(limit);
    }
  }

  /** Why none of this can be done here, or null. */
  @Nullable String unreachable();

  Limit get(Resource resource);

  /** Sets both limits; false when the kernel refuses. */
  boolean set(Resource resource, Limit limit);

  /** Locks the pages of the process in memory; 0, or the number of the error. */
  int lockMemory();

  /** Those of the running process. */
  static ProcessLimits ofProcess() {
    return new Kernel();
  }

  /** Asks the kernel. */
  final class Kernel implements ProcessLimits {

    /** Present pages now, and each further one when it is first used. */
    private static final int MCL_CURRENT_FUTURE_ONFAULT = 1 | 2 | 4;

    private static final int UNKNOWN_ERROR = -1;

    @Override
    public @Nullable String unreachable() {
      return LibC.REACH;
    }

    @Override
    public Limit get(Resource resource) {
      long[] limits = new long[2];
      if (LibC.getrlimit(resource.number(), limits) != 0) {
        throw new IllegalStateException("the kernel does not tell its limit of " + resource);
      }
      return new Limit(limits[0], limits[1]);
    }

    @Override
    public boolean set(Resource resource, Limit limit) {
      return LibC.setrlimit(resource.number(), new long[] {limit.soft(), limit.hard()}) == 0;
    }

    @Override
    public int lockMemory() {
      if (LibC.mlockall(MCL_CURRENT_FUTURE_ONFAULT) == 0) {
        return 0;
      }
      int error = Native.getLastError();
      return error == 0 ? UNKNOWN_ERROR : error;
    }
  }
}
