package org.escapement.log;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The text before each line that is written while a thread handles a message.
 *
 * <p>With {@code log_prefix_mode} 0 it is made once, when the handling begins; with 1 it is made
 * anew before and after each route call. Thread-safe: each thread has its own.
 */
public final class LogPrefix {

  private static final int EACH_CALL = 1;

  @SuppressWarnings("ThreadLocalUsage") // one per application; removed when the message is done
  private final ThreadLocal<Handling> current = new ThreadLocal<>();

  private final IntSupplier mode;

  /** Takes {@code log_prefix_mode}. */
  public LogPrefix(IntSupplier mode) {
    this.mode = mode;
  }

  /**
   * What a thread does for a message.
   *
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Task<X extends Throwable> {

    /** Does it. */
    void run() throws X;
  }

  /**
   * Handles a message on the calling thread: until then, lines have its prefix.
   *
   * @param text makes the prefix; what it throws leaves the prefix empty
   */
  public <X extends Throwable> void during(Supplier<String> text, Task<X> task) throws X {
    Handling outer = current.get();
    current.set(new Handling(text, evaluate(text)));
    try {
      task.run();
    } finally {
      restore(outer);
    }
  }

  private void restore(@Nullable Handling outer) {
    if (outer == null) {
      current.remove();
    } else {
      current.set(outer);
    }
  }

  /** A route is about to be called, or has just been. Does nothing outside of a message. */
  public void routeCalled() {
    Handling now = current.get();
    if (now != null && mode.getAsInt() == EACH_CALL) {
      current.set(new Handling(now.text, evaluate(now.text)));
    }
  }

  /** The prefix of the calling thread; empty outside of a message. */
  String text() {
    Handling now = current.get();
    return now == null ? "" : now.prefix;
  }

  private static String evaluate(Supplier<String> text) {
    try {
      return text.get();
    } catch (RuntimeException e) { // a line without its prefix is better than a call that fails
      return "";
    }
  }

  private record Handling(Supplier<String> text, String prefix) {}
}
