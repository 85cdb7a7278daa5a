package org.escapement.natives;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Binds classes of native methods to the C library, and lets go of them when the application ends.
 *
 * <p>The platform keeps what is bound, and JNA a thread that frees native memory; both keep the
 * application's classes, so an application that is undeployed would stay in memory for good.
 *
 * <p>Thread-safe. The binding is one of classes, so it is the state of this one.
 */
public final class NativeCalls {

  private static final String JNA = "com.sun.jna.";

  private static final Set<Class<?>> BOUND = ConcurrentHashMap.newKeySet();

  private NativeCalls() {}

  /**
   * Binds the native methods of a class, which are named as those of the C library. Only on Linux
   * with 64-bit longs: there sizes, times and pointers may be passed as such.
   *
   * @return null when they can be called, else the reason why they cannot
   */
  public static @Nullable String bind(Class<?> calls) {
    // On a thread of its own: JNA leaves thread locals of its classes behind, which a pooled thread
    // of the server would keep.
    AtomicReference<@Nullable String> reason = new AtomicReference<>();
    Thread binding = new Thread(() -> reason.set(tryToBind(calls)), "binding native calls");
    binding.start();
    boolean interrupted = false;
    while (true) {
      try {
        binding.join();
        break;
      } catch (InterruptedException e) { // the outcome holds for good, so it is waited for
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return reason.get();
  }

  private static @Nullable String tryToBind(Class<?> calls) {
    try {
      if (!Platform.isLinux() || Native.LONG_SIZE != Long.BYTES) {
        return "the platform is " + Platform.RESOURCE_PREFIX;
      }
      Native.register(calls, Platform.C_LIBRARY_NAME);
      BOUND.add(calls);
      return null;
    } catch (LinkageError | RuntimeException e) {
      // Whatever keeps JNA from loading (no temporary directory, a security policy, a libc without
      // the symbol), the project works without it.
      return e.toString();
    }
  }

  /** Lets go of all. Who makes a native call afterwards gets an {@link UnsatisfiedLinkError}. */
  public static void end() {
    BOUND.forEach(Native::unregister);
    BOUND.clear();
    ClassLoader ours = NativeCalls.class.getClassLoader();
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getClass().getClassLoader() == ours)
        .filter(thread -> thread.getClass().getName().startsWith(JNA))
        .forEach(Thread::interrupt);
  }
}
