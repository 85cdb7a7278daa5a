package org.escapement.rpc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.command.Caller;
import org.escapement.command.Command;
import org.escapement.command.CommandTable;
import org.escapement.command.FaultException;
import org.escapement.command.Parameter;
import org.escapement.command.Reply;
import org.escapement.command.SystemCommands;

/** Commands for tests: echo, a structure, a fault, a defect, and one that changes something. */
final class SomeCommands {

  static final Caller OPERATOR = new Caller("olga", "test", true);
  static final Caller VIEWER = new Caller("victor", "test", false);

  final CommandTable table = new CommandTable();
  final AtomicInteger changed = new AtomicInteger();

  SomeCommands() {
    table.add(new SystemCommands(table).commands());
    table.add(
        List.of(
            Command.named("test.echo", "Answers its arguments")
                .takes(Parameter.any("value", "anything").repeated())
                .does((arguments, caller) -> Reply.each(arguments.all("value"))),
            Command.named("test.subtract", "Takes one number from another")
                .takes(Parameter.number("minuend", "from"), Parameter.number("subtrahend", "what"))
                .does(
                    (arguments, caller) ->
                        Reply.of(arguments.number("minuend") - arguments.number("subtrahend"))),
            Command.named("test.tree", "Answers a tree")
                .does((arguments, caller) -> Reply.of(tree())),
            Command.named("test.named", "Answers named structures")
                .does(
                    (arguments, caller) ->
                        Reply.of(
                            Map.of(
                                "list",
                                List.of(
                                    Map.of("at", Map.of("n", 1)), Map.of("at", Map.of("n", 2)))))),
            Command.named("test.nothing", "Answers nothing")
                .does((arguments, caller) -> Reply.nothing()),
            Command.named("test.missing", "Does not find it")
                .does(
                    (arguments, caller) -> {
                      throw new FaultException(404, "Could not find it");
                    }),
            Command.named("test.defect", "Fails")
                .does(
                    (arguments, caller) -> {
                      throw new IllegalStateException("broken");
                    }),
            Command.named("test.change", "Changes something")
                .changing()
                .does((arguments, caller) -> Reply.of(changed.incrementAndGet()))));
  }

  static Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("name", "q");
    tree.put("rate", 50L);
    tree.put("share", 0.5);
    tree.put("workers", List.of(Map.of("worker", 0L), Map.of("worker", 1L)));
    tree.put("empty", Map.of());
    tree.put("none", List.of());
    tree.put("long", 4_294_967_296L);
    return tree;
  }
}
