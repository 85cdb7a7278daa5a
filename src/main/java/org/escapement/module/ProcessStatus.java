package org.escapement.module;

import java.time.Duration;
import java.time.Instant;

/**
 * A worker, as it is at a moment.
 *
 * @param order its place in the order of starting; 0 is the main thread
 * @param pid the native id of its thread, or the process's when the platform does not tell
 * @param started when its start was asked for
 * @param cpu the processor time that its thread has used; zero when the platform does not tell
 */
public record ProcessStatus(
    int order, long pid, int rank, String name, Instant started, State state, Duration cpu) {

  /** Where a worker is. */
  public enum State {
    /** Its thread has not begun, or the modules initialise it. */
    STARTING,
    /** It waits for the whole application to be ready. */
    READY,
    /** Its task runs. */
    RUNNING,
    /** Its task has returned. */
    ENDED,
    /** It could not be initialised, or its task threw. */
    FAILED
  }
}
