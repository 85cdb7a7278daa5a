package org.escapement.module;

import java.util.Set;

/** The core parameters that have an effect in this version. */
public final class ActingParameters {

  /** Their main names. */
  public static final Set<String> NAMES =
      Set.of(
          "alias",
          "debug",
          "exit_timeout",
          "listen",
          "loadmodule",
          "modparam",
          "pv_buffer_size",
          "pv_buffer_slots",
          "pv_cache_action",
          "pv_cache_limit",
          "stats_name_separator");

  private ActingParameters() {}
}
