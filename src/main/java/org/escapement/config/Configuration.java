package org.escapement.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A configuration that was read without an error. Immutable, thread-safe.
 *
 * @param statements in the order of the text, includes in their place; without those that have no
 *     effect
 * @param modules the provided modules, each once, in the order in which they are loaded
 * @param notices what an operator should know, in the order of the text
 * @param defines the preprocessor's names with their texts, at the end of the text
 */
public record Configuration(
    List<Statement> statements,
    List<Statement.LoadModule> modules,
    List<Notice> notices,
    Map<String, String> defines) {

  public Configuration {
    statements = List.copyOf(statements);
    modules = List.copyOf(modules);
    notices = List.copyOf(notices);
    defines = Map.copyOf(defines);
  }

  /** The statements of one kind, in the order of the text. */
  public <S extends Statement> Stream<S> statements(Class<S> kind) {
    return statements.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** The parameters set for a module, in the order of the text. */
  public List<Statement.ModParam> parametersOf(String module) {
    return statements(Statement.ModParam.class).filter(p -> p.appliesTo(module)).toList();
  }

  public List<ListenSpec> listens() {
    return statements(Statement.Listen.class).map(Statement.Listen::spec).toList();
  }

  public List<SocketAddress> aliases() {
    return statements(Statement.Alias.class).map(Statement.Alias::address).toList();
  }

  /**
   * The last value given to a core parameter.
   *
   * @param name its main name, such as {@code exit_timeout}
   */
  public Optional<Value> setting(String name) {
    return statements(Statement.Assignment.class)
        .filter(a -> a.name().equals(name))
        .map(Statement.Assignment::value)
        .reduce((earlier, later) -> later);
  }

  /** The last value given to a core parameter that takes a whole number. */
  public OptionalInt intSetting(String name) {
    return setting(name)
        .filter(Value.Int.class::isInstance)
        .map(v -> OptionalInt.of(Math.toIntExact(((Value.Int) v).value())))
        .orElseGet(OptionalInt::empty);
  }

  /** The level up to which messages are written, when it is set. */
  public OptionalInt debug() {
    return intSetting("debug");
  }
}
