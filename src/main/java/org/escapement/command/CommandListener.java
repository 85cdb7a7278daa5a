package org.escapement.command;

import java.util.List;

/** Is told of every call of a command that exists, allowed or not, when it has been answered. */
@FunctionalInterface
public interface CommandListener {

  /** The code of an {@link Outcome} without a fault. */
  int OK = 200;

  /**
   * What came of a call.
   *
   * @param code {@value #OK}, or that of the fault
   * @param text {@code OK}, or that of the fault
   */
  record Outcome(int code, String text) {
    static final Outcome SUCCESS = new Outcome(OK, "OK");
  }

  /**
   * A command was answered. Called by the thread that answered it; must not block.
   *
   * @param arguments as they were given
   */
  void answered(Command command, Caller caller, List<?> arguments, Outcome outcome);
}
