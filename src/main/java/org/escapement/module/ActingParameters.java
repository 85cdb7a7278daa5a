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
          "loadmodulex",
          "modparam",
          "modparamx",
          "verbose_startup");

  private ActingParameters() {}
}
