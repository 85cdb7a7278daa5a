package org.escapement.module;

import java.time.Duration;
import org.escapement.parameter.CoreParameters;

/**
 * How the modules and workers are started.
 *
 * @param fork false for Kamailio's no-fork mode
 * @param modInitDelay pause after each module's {@code modInit}
 * @param forkDelay pause before each worker is started
 * @param waitWorker1 whether the other workers are started only when worker one, the first of a
 *     positive rank, has been initialised
 * @param waitWorker1Time the longest wait for it
 * @param waitWorker1Pause pause between two looks at it
 * @param childInitLimit the longest wait for all workers to be initialised
 */
public record StartSettings(
    boolean fork,
    Duration modInitDelay,
    Duration forkDelay,
    boolean waitWorker1,
    Duration waitWorker1Time,
    Duration waitWorker1Pause,
    Duration childInitLimit) {

  /** A worker that takes longer than this to initialise is taken for hung. */
  private static final Duration CHILD_INIT_LIMIT = Duration.ofSeconds(60);

  /** What the core parameters say now. */
  public static StartSettings of(CoreParameters parameters) {
    return new StartSettings(
        parameters.bool("fork"),
        parameters.duration("modinit_delay"),
        parameters.duration("fork_delay"),
        parameters.bool("wait_worker1_mode"),
        parameters.duration("wait_worker1_time"),
        parameters.duration("wait_worker1_usleep"),
        CHILD_INIT_LIMIT);
  }
}
