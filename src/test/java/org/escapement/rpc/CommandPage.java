package org.escapement.rpc;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.escapement.command.Command;
import org.escapement.command.Parameter;
import org.escapement.command.Parameter.Presence;

/** Writes docs/rpc.md from the definitions of the commands. */
final class CommandPage {

  private static final String HEAD =
      """
      # Commands

      Generated from the definitions of the commands. How they are given: [operating](operating.md); their errors:
      [reference](reference.md). A command marked *operator* changes something; the others are for viewers too.
      """;

  private CommandPage() {}

  static String of(List<Command> commands) {
    return commands.stream().map(CommandPage::section).collect(Collectors.joining("", HEAD, ""));
  }

  private static String section(Command command) {
    StringBuilder page = new StringBuilder();
    page.append("\n## `").append(command.usage()).append('`');
    page.append(command.changes() ? " · *operator*\n\n" : "\n\n").append(command.help());
    page.append(".\n");
    if (!command.parameters().isEmpty()) {
      page.append("\n| parameter | type | |\n| --- | --- | --- |\n");
      command.parameters().forEach(parameter -> page.append(row(parameter)));
    }
    return page.append("\n```\n→ {\"jsonrpc\":\"2.0\",\"method\":\"")
        .append(command.name())
        .append("\",")
        .append(params(command.example().arguments()))
        .append("\"id\":1}")
        .append("\n← {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":")
        .append(JsonTrees.of(command.example().reply()))
        .append("}\n```\n")
        .toString();
  }

  private static String params(List<Object> arguments) {
    return arguments.isEmpty()
        ? ""
        : arguments.stream()
            .map(a -> a instanceof String ? "\"" + a + '"' : a.toString())
            .collect(Collectors.joining(",", "\"params\":[", "],"));
  }

  private static String row(Parameter parameter) {
    String help = parameter.help().replace("|", "\\|");
    String presence =
        parameter.presence() == Presence.ONCE
            ? ""
            : parameter.presence() == Presence.AT_MOST_ONCE ? "optional; " : "any number; ";
    return "| `"
        + parameter.name()
        + "` | "
        + parameter.type().name().toLowerCase(Locale.ROOT)
        + " | "
        + presence
        + help
        + " |\n";
  }
}
