package org.escapement.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.command.Command;
import org.escapement.command.CommandListener;
import org.escapement.command.FaultException;
import org.escapement.command.Parameter;
import org.escapement.command.Reply;
import org.escapement.metrics.Event.Kind;

/** The command that shows the last events, and the events that commands are. */
public final class EventCommands {

  private EventCommands() {}

  /** {@code core.events}. */
  public static List<Command> of(EventRing ring) {
    return List.of(
        Command.named("core.events", "Shows what failed, was missed and was changed, oldest first")
            .takes(
                Parameter.number("count", "how many of the last events, 1 to 1000; all if left out")
                    .optional())
            .example(1L)
            .answered(
                Reply.of(
                    tree(
                        new Event(
                            41,
                            1_795_248_000_000L,
                            Kind.ERROR,
                            "billing",
                            "route BILL, worker 0: java.io.IOException: refused",
                            3))))
            .does(
                (arguments, caller) ->
                    Reply.each(
                        ring
                            .last(
                                count(arguments.optionalNumber("count").orElse(EventRing.CAPACITY)))
                            .stream()
                            .map(EventCommands::tree)
                            .toList())));
  }

  private static int count(long asked) {
    if (asked < 1 || asked > EventRing.CAPACITY) {
      throw new FaultException(
          400, "Invalid count " + asked + " (1 to " + EventRing.CAPACITY + ")");
    }
    return (int) asked;
  }

  private static Map<String, Object> tree(Event event) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("number", event.number());
    tree.put("time", event.millis());
    tree.put("kind", event.kind().text());
    tree.put("source", event.source());
    tree.put("text", event.text());
    tree.put("times", event.times());
    return tree;
  }

  /** Adds each command that changes something, refused ones included, to the events. */
  public static CommandListener listener(EventRing ring) {
    return (command, caller, arguments, outcome) -> {
      if (command.changes()) {
        StringBuilder text = new StringBuilder(command.name());
        arguments.forEach(argument -> text.append(' ').append(argument));
        text.append(": ").append(outcome.text());
        ring.add(Kind.COMMAND, caller.user() + " (" + caller.origin() + ')', text.toString());
      }
    };
  }
}
