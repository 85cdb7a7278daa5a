package org.escapement.rpc;

import static org.escapement.command.Parameter.any;
import static org.escapement.command.Parameter.number;
import static org.escapement.command.Parameter.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.escapement.command.Arguments;
import org.escapement.command.Command;
import org.escapement.command.FaultException;
import org.escapement.command.Parameter;
import org.escapement.command.Reply;
import org.escapement.config.CoreParameter;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.ParameterChanges;
import org.escapement.parameter.ParameterFaultException;

/** {@code cfg.*}: parameters while the server runs, as Kamailio's module cfg_rpc has them. */
final class CfgCommands {

  private static final Parameter GROUP =
      text("group", "core, or a group of the configuration's own");
  private static final Parameter NAME = text("name", "the parameter");
  private static final Reply NOTHING = Reply.nothing();

  /** A change that may be refused. */
  private interface Change {
    void make(Arguments arguments) throws ParameterFaultException;
  }

  /** An answer that may be refused. */
  private interface Question {
    Reply ask(Arguments arguments) throws ParameterFaultException;
  }

  private final ParameterChanges changes;

  CfgCommands(CoreParameters parameters) {
    this.changes = new ParameterChanges(parameters, "RPC");
  }

  List<Command> commands() {
    return Stream.of(setters(), steps(), questions()).flatMap(s -> s).toList();
  }

  private Stream<Command> setters() {
    Parameter either = any("value", "the new value");
    Parameter number = number("value", "the new value");
    Parameter words = text("value", "the new value");
    return Stream.of(
        setter("cfg.set", either, false, 3L),
        setter("cfg.seti", number, false, 3L),
        setter("cfg.sets", words, false, "LOG_LOCAL0"),
        setter("cfg.set_now_int", number, false, 3L),
        setter("cfg.set_now_string", words, false, "LOG_LOCAL0"),
        setter("cfg.set_delayed", either, true, 3L),
        setter("cfg.set_delayed_int", number, true, 3L),
        setter("cfg.set_delayed_string", words, true, "LOG_LOCAL0"));
  }

  private Command setter(String name, Parameter value, boolean delayed, Object example) {
    return change(
        Command.named(
                name,
                delayed
                    ? "Notes the change of a parameter for cfg.commit"
                    : "Changes a parameter at once")
            .takes(GROUP, NAME, value)
            .example("core", example instanceof Long ? "debug" : "log_facility", example),
        arguments -> {
          String group = arguments.text("group");
          String changed = arguments.any("value").toString();
          if (delayed) {
            changes.setDelayed(group, arguments.text("name"), changed);
          } else {
            changes.setNow(group, arguments.text("name"), changed);
          }
        });
  }

  private Stream<Command> steps() {
    Parameter instance = text("group", "an instance of a group: GROUP[NUMBER]");
    return Stream.of(
        change(
            Command.named("cfg.commit", "Makes all noted changes at once"),
            arguments -> changes.commit()),
        change(
            Command.named("cfg.rollback", "Forgets all noted changes"),
            arguments -> changes.rollback()),
        change(
            Command.named("cfg.reset", "Gives a parameter back what it had at the start")
                .takes(GROUP, NAME)
                .example("core", "debug"),
            arguments -> changes.reset(arguments.text("group"), arguments.text("name"))),
        change(
            Command.named("cfg.del", "Gives an instance's parameter back what its group has")
                .takes(instance, NAME)
                .example("limits[1]", "rate"),
            arguments -> changes.delete(arguments.text("group"), arguments.text("name"))),
        change(
            Command.named("cfg.add_group_inst", "Adds an instance of a group")
                .takes(instance)
                .example("limits[1]"),
            arguments -> changes.addInstance(arguments.text("group"))),
        change(
            Command.named("cfg.del_group_inst", "Ends an instance of a group")
                .takes(instance)
                .example("limits[1]"),
            arguments -> changes.deleteInstance(arguments.text("group"))));
  }

  private static Command change(Command.Draft draft, Change change) {
    return question(
        draft.changing(),
        arguments -> {
          change.make(arguments);
          return NOTHING;
        });
  }

  private Stream<Command> questions() {
    return Stream.of(
        question(
            Command.named("cfg.get", "Says what a parameter has, or all of a group")
                .takes(GROUP, NAME.optional())
                .example("core", "debug")
                .answered(Reply.of(3L)),
            this::get),
        question(
            Command.named("cfg.list", "Lists the parameters, or those of a group")
                .takes(GROUP.optional())
                .example("core")
                .answered(Reply.each(List.of("core: debug", "core: exit_timeout"))),
            arguments ->
                Reply.each(
                    changes.list(arguments.optionalText("group")).stream()
                        .map(p -> p.group() + ": " + p.name())
                        .toList())),
        question(
            Command.named("cfg.diff", "Lists the noted changes")
                .answered(Reply.of(difference("core", "debug", "0", "3"))),
            arguments ->
                Reply.of(
                    changes.diff().stream()
                        .map(
                            p ->
                                difference(
                                    p.parameter().group(),
                                    p.parameter().name(),
                                    p.before(),
                                    p.after()))
                        .toArray())),
        question(
            Command.named("cfg.help", "Says what a parameter is")
                .takes(GROUP, NAME)
                .example("core", "debug")
                .answered(Reply.of("threshold of messages\n(parameter type is integer)")),
            arguments ->
                Reply.of(help(changes.help(arguments.text("group"), arguments.text("name"))))));
  }

  private Reply get(Arguments arguments) throws ParameterFaultException {
    String group = arguments.text("group");
    Optional<String> name = arguments.optionalText("name");
    return Reply.of(name.isPresent() ? changes.get(group, name.get()) : changes.get(group));
  }

  private static Map<String, Object> difference(
      String group, String name, String before, String after) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("group name", group);
    view.put("variable name", name);
    view.put("old value", before);
    view.put("new value", after);
    return view;
  }

  private static String help(CoreParameter definition) {
    return definition.effect() + "\n(parameter type is " + definition.type() + ')';
  }

  private static Command question(Command.Draft draft, Question question) {
    return draft.does(
        (arguments, caller) -> {
          try {
            return question.ask(arguments);
          } catch (ParameterFaultException e) {
            throw new FaultException(e.code(), String.valueOf(e.getMessage()));
          }
        });
  }
}
