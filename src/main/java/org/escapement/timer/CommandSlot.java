package org.escapement.timer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What an operator has asked of a worker and the worker has not done yet.
 *
 * <p>One slot holds it all: the last jump (start, loop or end), then whether to resume, then
 * whether to pause, to be done in this order. A later jump takes the place of an earlier one and of
 * what was to follow that. A stop outlasts everything.
 *
 * <p>Thread-safe, without locks.
 */
final class CommandSlot {

  static final int START = 1;
  static final int LOOP = 1 << 1;
  static final int END = 1 << 2;
  static final int RESUME = 1 << 3;
  static final int PAUSE = 1 << 4;
  static final int STOP = 1 << 5;

  private static final int JUMPS = START | LOOP | END;

  private final AtomicInteger pending = new AtomicInteger();

  /** Adds one command to those that are pending. */
  void post(int command) {
    pending.accumulateAndGet(command, CommandSlot::merge);
  }

  boolean isPending() {
    return pending.get() != 0;
  }

  /** Empties the slot; returns the set of commands that it held. */
  int take() {
    return pending.getAndSet(0);
  }

  private static int merge(int old, int command) {
    if ((command & JUMPS) != 0) {
      return (old & STOP) | command;
    }
    return (command == RESUME ? old & ~PAUSE : old) | command;
  }
}
