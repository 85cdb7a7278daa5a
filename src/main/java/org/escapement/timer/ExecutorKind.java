package org.escapement.timer;

/** What carries the workers of a timer. */
public enum ExecutorKind {
  /** Dedicated as long as the bound on such threads allows, shared past it. */
  AUTO,
  /** A thread for each worker: the most precise. */
  DEDICATED,
  /** The event loop that all such timers share: the cheapest. */
  SHARED
}
