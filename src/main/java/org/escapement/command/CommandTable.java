package org.escapement.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.escapement.command.CommandListener.Outcome;

/** All commands by name. Thread-safe. */
public final class CommandTable {

  private final Map<String, Command> byName = new ConcurrentSkipListMap<>();
  private final List<CommandListener> listeners = new CopyOnWriteArrayList<>();

  /**
   * Adds commands.
   *
   * @throws IllegalArgumentException if there is one of the same name
   */
  public void add(Collection<Command> commands) {
    for (Command command : commands) {
      if (byName.putIfAbsent(command.name(), command) != null) {
        throw new IllegalArgumentException("there are two commands named " + command.name());
      }
    }
  }

  /** Has a listener told of every call from now on. */
  public void listen(CommandListener listener) {
    listeners.add(listener);
  }

  /** All commands, by name. */
  public List<Command> list() {
    return List.copyOf(byName.values());
  }

  public Optional<Command> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * Gives a command.
   *
   * @param given its arguments in order, each a {@code String}, {@code Long} or {@code Double}
   * @throws FaultException 403 if the caller may not, 500 if the command has a defect, else as the
   *     command itself says
   */
  public Reply call(Command command, Caller caller, List<?> given) {
    try {
      if (command.changes() && !caller.operator()) {
        throw new FaultException(403, command.name() + " needs the role operator");
      }
      Reply reply = command.action().run(Arguments.of(command.parameters(), given), caller);
      tell(command, caller, given, Outcome.SUCCESS);
      return reply;
    } catch (FaultException e) {
      tell(command, caller, given, new Outcome(e.code(), e.text()));
      throw e;
    } catch (RuntimeException e) { // a defect of one command must not end the others
      CommandLog.LOG.defect(command.name(), e);
      FaultException fault = new FaultException(500, "Internal error; the server's log has it");
      tell(command, caller, given, new Outcome(fault.code(), fault.text()));
      throw fault;
    }
  }

  private void tell(Command command, Caller caller, List<?> given, Outcome outcome) {
    for (CommandListener listener : listeners) {
      try {
        listener.answered(command, caller, given, outcome);
      } catch (RuntimeException e) { // what was done must be answered all the same
        CommandLog.LOG.listenerFailed(command.name(), e);
      }
    }
  }
}
