package org.escapement.clock;

import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Who runs a loop, and whether and with what it has been asked to end. Thread-safe. */
final class LoopLife {

  private final String loop;
  private final AtomicReference<@Nullable Thread> runner = new AtomicReference<>();
  private final AtomicReference<@Nullable Integer> exitCode = new AtomicReference<>();
  private volatile boolean ended;

  LoopLife(String loop) {
    this.loop = loop;
  }

  /**
   * The calling thread begins to run the loop.
   *
   * @throws IllegalStateException if another one does, or the loop has ended
   */
  void beginRun() {
    checkNotEnded();
    if (!runner.compareAndSet(null, Thread.currentThread())) {
      throw new IllegalStateException("event loop '" + loop + "' runs already");
    }
  }

  /** It does no longer; the loop has ended if that was asked for. */
  void endRun() {
    if (isExitAsked()) {
      ended = true;
    }
    runner.setRelease(null);
  }

  /** Asks the loop to end. */
  void exit(int code) {
    checkNotEnded();
    exitCode.set(code);
  }

  boolean isExitAsked() {
    return exitCode.get() != null;
  }

  OptionalInt exitCode() {
    Integer code = exitCode.get();
    return code == null ? OptionalInt.empty() : OptionalInt.of(code);
  }

  boolean hasEnded() {
    return ended;
  }

  void checkNotEnded() {
    if (ended) {
      throw new IllegalStateException("event loop '" + loop + "' has ended");
    }
  }
}
