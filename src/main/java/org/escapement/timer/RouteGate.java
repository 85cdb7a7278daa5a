package org.escapement.timer;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a body call must pass, so that a stop can tell for certain that none begins afterwards.
 *
 * <pre>
 *   EMPTY   no call runs, and there is no state that an end route would have to end
 *   OPEN    no call runs, and there is such state
 *   BUSY    a call runs
 *   SHUT    no call begins any more
 * </pre>
 *
 * <p>The worker enters and leaves, one call at a time; any thread may shut. Passing costs two
 * atomic operations on a field that nobody else touches, and no lock.
 */
final class RouteGate {

  private static final int EMPTY = 0;
  private static final int OPEN = 1;
  private static final int BUSY = 2;
  private static final int SHUT = 3;

  private final AtomicInteger gate = new AtomicInteger(EMPTY);

  /** Begins a call; false if the gate is shut. */
  boolean enter() {
    return gate.compareAndSet(OPEN, BUSY) || gate.compareAndSet(EMPTY, BUSY);
  }

  /** Ends a call; leaves behind whether there is state to end. */
  void leave(boolean open) {
    gate.compareAndSet(BUSY, open ? OPEN : EMPTY);
  }

  boolean isShut() {
    return gate.get() == SHUT;
  }

  /** Shuts the gate if nothing runs and nothing is left to be ended. */
  boolean shutIfEmpty() {
    return gate.compareAndSet(EMPTY, SHUT);
  }

  /** Shuts the gate; false if it was shut before. */
  boolean shut() {
    return gate.getAndSet(SHUT) != SHUT;
  }
}
