package org.escapement.module;

import java.util.Set;

/** The core parameters that have an effect in this version. */
public final class ActingParameters {

  /** Their main names. */
  public static final Set<String> NAMES =
      Set.of(
          "alias",
          "async_nonblock",
          "async_usleep",
          "async_workers",
          "async_workers_group",
          "debug",
          "exit_timeout",
          "fork",
          "fork_delay",
          "listen",
          "loadmodule",
          "modinit_delay",
          "modparam",
          "wait_worker1_mode",
          "wait_worker1_time",
          "wait_worker1_usleep");

  private ActingParameters() {}
}
