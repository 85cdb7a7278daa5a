package org.escapement.clock;

/** The end of calling the C library. */
public final class NativeAccess {

  private static final String LIBRARY = "com.sun.jna.";

  private NativeAccess() {}

  /**
   * Ends the thread in which JNA waits for native memory to free. It lives as long as the classes
   * of JNA, which are the application's own: an application that is undeployed would stay in memory
   * for good. Native memory that JNA allocates later is not freed, so call this last.
   */
  public static void end() {
    ClassLoader ours = NativeAccess.class.getClassLoader();
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getClass().getClassLoader() == ours)
        .filter(thread -> thread.getClass().getName().startsWith(LIBRARY))
        .forEach(Thread::interrupt);
  }
}
