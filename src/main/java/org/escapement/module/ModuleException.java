package org.escapement.module;

import org.jspecify.annotations.Nullable;

/** A module could not begin; the message names the module, the phase, the rank and the cause. */
public final class ModuleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModuleException(String module, String phase, String what, @Nullable Throwable cause) {
    super("module " + module + " failed in " + phase + ": " + what, cause);
  }
}
