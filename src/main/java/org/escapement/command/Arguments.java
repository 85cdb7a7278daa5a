package org.escapement.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.escapement.command.Parameter.Presence;

/** The arguments of one call, by the names of the command's parameters. */
public final class Arguments {

  private final Map<String, List<Object>> byName;

  private Arguments(Map<String, List<Object>> byName) {
    this.byName = byName;
  }

  /**
   * Gives the parameters their values, in order.
   *
   * @param given each a {@code String}, {@code Long} or {@code Double}
   * @throws FaultException 400 if there are too few or too many, or one is of the wrong type
   */
  static Arguments of(List<Parameter> parameters, List<?> given) {
    Map<String, List<Object>> byName = new HashMap<>();
    int next = 0;
    for (Parameter parameter : parameters) {
      List<Object> values = new ArrayList<>();
      int most = parameter.presence() == Presence.ANY_NUMBER ? given.size() : 1;
      while (values.size() < most && next < given.size()) {
        values.add(parameter.convert(given.get(next++)));
      }
      if (values.isEmpty() && parameter.presence() == Presence.ONCE) {
        throw FaultException.invalidArguments();
      }
      byName.put(parameter.name(), values);
    }
    if (next < given.size()) {
      throw FaultException.invalidArguments();
    }
    return new Arguments(byName);
  }

  /** A text parameter that must be given. */
  public String text(String name) {
    return (String) all(name).get(0);
  }

  /** A whole number that must be given. */
  public long number(String name) {
    return (Long) all(name).get(0);
  }

  /** A number that must be given. */
  public double decimal(String name) {
    return (Double) all(name).get(0);
  }

  /** A parameter that must be given, as it was given. */
  public Object any(String name) {
    return all(name).get(0);
  }

  public Optional<String> optionalText(String name) {
    return all(name).stream().map(String.class::cast).findFirst();
  }

  public OptionalLong optionalNumber(String name) {
    return all(name).stream().mapToLong(Long.class::cast).findFirst();
  }

  /** All values of a parameter, in their order. */
  public List<Object> all(String name) {
    List<Object> values = byName.get(name);
    if (values == null) {
      throw new IllegalArgumentException("the command declares no parameter " + name);
    }
    return values;
  }
}
