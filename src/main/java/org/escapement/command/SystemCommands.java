package org.escapement.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code system.*}: what the commands say about themselves. */
public final class SystemCommands {

  private static final Parameter METHOD = Parameter.text("method", "name of a command");

  private final CommandTable table;

  /** Of these and all other commands in {@code table}. */
  public SystemCommands(CommandTable table) {
    this.table = table;
  }

  public List<Command> commands() {
    return List.of(
        Command.named("system.listMethods", "Lists the names of all commands")
            .answered(Reply.of("cfg.get", "core.echo", "ptimer.list"))
            .does((arguments, caller) -> Reply.each(names())),
        Command.named("system.methodHelp", "Says what a command does and takes")
            .takes(METHOD)
            .example("core.uptime")
            .answered(Reply.of("Says since when the server runs\nUsage: core.uptime"))
            .does((arguments, caller) -> Reply.of(help(find(arguments)))),
        Command.named(
                "system.methodSignature", "Lists the types of a command's result and parameters")
            .takes(METHOD)
            .example("ptimer.pause")
            .answered(Reply.of(List.of("any", "text", "[text]")))
            .does((arguments, caller) -> Reply.of(signature(find(arguments)))));
  }

  private List<String> names() {
    return table.list().stream().map(Command::name).toList();
  }

  private Command find(Arguments arguments) {
    return table
        .find(arguments.text("method"))
        .orElseThrow(() -> new FaultException(400, "command not found"));
  }

  private static String help(Command command) {
    StringBuilder help = new StringBuilder(command.help()).append("\nUsage: ");
    help.append(command.usage());
    for (Parameter parameter : command.parameters()) {
      help.append("\n  ").append(parameter.usage()).append(": ").append(parameter.help());
    }
    return help.toString();
  }

  private static List<String> signature(Command command) {
    return Stream.concat(Stream.of("any"), command.parameters().stream().map(SystemCommands::type))
        .toList();
  }

  private static String type(Parameter parameter) {
    String type = parameter.type().name().toLowerCase(Locale.ROOT);
    return switch (parameter.presence()) {
      case ONCE -> type;
      case AT_MOST_ONCE -> '[' + type + ']';
      case ANY_NUMBER -> '[' + type + "...]";
    };
  }
}
