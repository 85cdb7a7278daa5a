package org.escapement.command;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command: what it is called, takes and answers, and what it does.
 *
 * @param name such as {@code ptimer.list}, unique
 * @param help what it does, for an operator: one sentence without its full stop
 * @param parameters in their order
 * @param changes whether it changes anything: only an operator may give it then, and it is audited
 * @param example shown in its documentation
 * @param action what it does
 */
public record Command(
    String name,
    String help,
    List<Parameter> parameters,
    boolean changes,
    Example example,
    Action action) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  /** What a command does. Called by any number of threads at the same time. */
  @FunctionalInterface
  public interface Action {

    /**
     * Carries the command out.
     *
     * @throws FaultException if that is not possible; nothing must have changed then
     */
    Reply run(Arguments arguments, Caller caller);
  }

  /**
   * A call and its reply.
   *
   * @param arguments each a {@code String}, {@code Long} or {@code Double}
   */
  public record Example(List<Object> arguments, Reply reply) {
    public Example {
      arguments = List.copyOf(arguments);
    }
  }

  public Command {
    parameters = List.copyOf(parameters);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("'" + name + "' is no name of a command: GROUP.NAME");
    }
    for (int i = 1; i < parameters.size(); i++) {
      if (parameters.get(i).presence().compareTo(parameters.get(i - 1).presence()) < 0) {
        throw new IllegalArgumentException(
            name + ": parameter " + parameters.get(i).name() + " comes after one left out");
      }
    }
  }

  /** Begins the definition of a command that changes nothing. */
  public static Draft named(String name, String help) {
    return new Draft(name, help, List.of(), false, new Example(List.of(), Reply.nothing()));
  }

  /** Name and parameters, such as {@code ptimer.pause NAME [WORKER]}. */
  public String usage() {
    return parameters.stream().map(p -> ' ' + p.usage()).collect(Collectors.joining("", name, ""));
  }

  /** A command in the making; each step gives a new one. */
  public record Draft(
      String name, String help, List<Parameter> parameters, boolean changes, Example example) {

    public Draft takes(Parameter... taken) {
      return new Draft(name, help, List.of(taken), changes, example);
    }

    /** Marks it as a command that changes something. */
    public Draft changing() {
      return new Draft(name, help, parameters, true, example);
    }

    /** Shows a call with these arguments, whose reply is given by {@link Draft#answered}. */
    public Draft example(Object... arguments) {
      return new Draft(
          name, help, parameters, changes, new Example(List.of(arguments), example.reply()));
    }

    /** The reply to the example. */
    public Draft answered(Reply reply) {
      return new Draft(name, help, parameters, changes, new Example(example.arguments(), reply));
    }

    /** Ends the definition. */
    public Command does(Action action) {
      return new Command(name, help, parameters, changes, example, action);
    }
  }
}
