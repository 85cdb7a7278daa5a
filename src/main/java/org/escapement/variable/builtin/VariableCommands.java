package org.escapement.variable.builtin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.command.Arguments;
import org.escapement.command.Command;
import org.escapement.command.FaultException;
import org.escapement.command.Parameter;
import org.escapement.command.Reply;
import org.escapement.text.ConfigurationException;
import org.escapement.variable.ExpansionException;
import org.escapement.variable.Variables;
import org.escapement.variable.builtin.SharedVariables.Shared;

/** {@code pv.*}: shared variables, and texts with variables. */
public final class VariableCommands {

  private static final Parameter NAME =
      Parameter.text("name", "name of the variable, without $shv( )");
  private static final Reply SET = Reply.of("Ok. Variable set to new value.");

  private final SharedVariables shared;
  private final Variables variables;

  public VariableCommands(SharedVariables shared, Variables variables) {
    this.shared = shared;
    this.variables = variables;
  }

  public List<Command> commands() {
    return List.of(
        Command.named("pv.shvGet", "Shows a shared variable, or all of them")
            .takes(NAME.optional())
            .example("limit")
            .answered(Reply.of(shown("limit", 5L)))
            .does((arguments, caller) -> get(arguments)),
        Command.named("pv.shvSet", "Sets a shared variable")
            .takes(
                NAME,
                Parameter.text("type", "int or str"),
                Parameter.text("value", "the new value"))
            .changing()
            .example("limit", "int", "7")
            .answered(SET)
            .does((arguments, caller) -> set(arguments)),
        Command.named("pv.print", "Shows what a text with pseudo-variables becomes now")
            .takes(Parameter.text("text", "the text, such as $stat(rcv_requests)"))
            .example("the limit is $shv(limit)")
            .answered(Reply.of("the limit is 5"))
            .does((arguments, caller) -> print(arguments.text("text"))));
  }

  private Reply get(Arguments arguments) {
    return Reply.of(
        arguments
            .optionalText("name")
            .map(name -> (Object) shown(find(name)))
            .orElseGet(() -> Map.of("items", shared.all().stream().map(this::entry).toList())));
  }

  private Map<String, Object> entry(Shared variable) {
    return Map.of("shv", shown(variable));
  }

  private static Map<String, Object> shown(Shared variable) {
    return shown(variable.name(), variable.value());
  }

  private static Map<String, Object> shown(String name, Object value) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("name", name);
    shown.put("type", value instanceof Long ? "int" : "string");
    shown.put("value", value);
    return shown;
  }

  private Shared find(String name) {
    return shared.find(name).orElseThrow(() -> new FaultException(404, "Variable not found"));
  }

  private Reply set(Arguments arguments) {
    Shared variable = find(arguments.text("name"));
    String type = arguments.text("type");
    String value = arguments.text("value");
    switch (type) {
      case "str", "s" -> variable.set(value);
      case "int", "i" -> variable.set(number(value));
      default -> throw new FaultException(400, "Invalid type '" + type + "': it is int or str");
    }
    return SET;
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new FaultException(400, "Invalid value '" + text + "': no whole number");
    }
  }

  private Reply print(String text) {
    try {
      return Reply.of(variables.expand(text, variables.ofThread()));
    } catch (ConfigurationException | ExpansionException e) {
      throw new FaultException(400, String.valueOf(e.getMessage()));
    }
  }
}
