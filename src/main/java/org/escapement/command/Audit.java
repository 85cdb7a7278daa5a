package org.escapement.command;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Logs a line for each call of a command that changes something, refused ones included. */
public final class Audit implements CommandListener {

  private static final int LONGEST = 300;

  @Override
  public void answered(Command command, Caller caller, List<?> arguments, Outcome outcome) {
    if (command.changes()) {
      CommandLog.LOG.audited(
          line(caller.user()),
          line(caller.origin()),
          call(command, arguments),
          outcome.code(),
          line(outcome.text()));
    }
  }

  /** A call as an operator would write it, in one line of bounded length. */
  static String call(Command command, List<?> arguments) {
    return line(
        Stream.concat(Stream.of(command.name()), arguments.stream().map(Object::toString))
            .collect(Collectors.joining(" ")));
  }

  /** A line of the log must not be forged by what a user writes. */
  private static String line(String text) {
    String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    return bounded.replaceAll("\\p{Cntrl}|[\\u0085\\u2028\\u2029]", "?");
  }
}
