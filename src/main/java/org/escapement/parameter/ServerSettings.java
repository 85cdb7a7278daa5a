package org.escapement.parameter;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.CoreParameter;
import org.escapement.config.Knowledge;
import org.escapement.config.Value;
import org.escapement.parameter.Origin.Kind;
import org.escapement.text.ConfigurationException;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the server's variables or its JNDI names set, at the start and whenever they may have
 * changed. Not thread-safe: one thread asks.
 */
public final class ServerSettings {

  /** What a variable of each form of statement is read as. */
  private static final Map<String, String> STATEMENTS =
      Map.of("alias", "alias=", "listen", "listen=", "flags", "flags ");

  private final CoreParameters parameters;
  private final Kind kind;
  private final String prefix;
  private final UnaryOperator<@Nullable String> source;
  private final Map<Parameter, String> last = new HashMap<>();

  /**
   * @param kind {@link Kind#JNDI} or {@link Kind#VARIABLE}
   * @param prefix of each name, such as {@code escapement.}
   * @param source the text that a full name has, or null when it has none
   */
  public ServerSettings(
      CoreParameters parameters, Kind kind, String prefix, UnaryOperator<@Nullable String> source) {
    this.parameters = parameters;
    this.kind = kind;
    this.prefix = prefix;
    this.source = source;
  }

  /** Takes all of them; for the start. */
  public void load(Problems problems) {
    Map<Parameter, Setting> settings = new LinkedHashMap<>();
    for (Parameter parameter : parameters.store().all()) {
      String text = text(parameter);
      if (text != null) {
        last.put(parameter, text);
        read(parameter, text, problems).ifPresent(setting -> settings.put(parameter, setting));
      }
    }
    parameters.store().change(() -> settings.forEach(Parameter::set));
  }

  /**
   * Takes what has changed since the last time, all at once. What cannot change while the server
   * runs, and what is wrong, is logged once and keeps its old value.
   */
  public void refresh() {
    Map<Parameter, Optional<Setting>> changes = new LinkedHashMap<>();
    for (Parameter parameter : parameters.store().all()) {
      String text = text(parameter);
      if (!Objects.equals(text, last.get(parameter))) {
        note(parameter, text);
        change(parameter, text, changes);
      }
    }
    if (!changes.isEmpty()) {
      parameters.store().change(() -> changes.forEach(this::apply));
    }
  }

  private void note(Parameter parameter, @Nullable String text) {
    if (text == null) {
      last.remove(parameter);
    } else {
      last.put(parameter, text);
    }
  }

  private void change(
      Parameter parameter, @Nullable String text, Map<Parameter, Optional<Setting>> changes) {
    if (!parameter.definition().runtime()) {
      ParameterLog.LOG.nextStart(parameter, origin(parameter));
    } else if (text == null) {
      changes.put(parameter, Optional.empty());
    } else {
      Problems problems = new Problems();
      Optional<Setting> setting = read(parameter, text, problems);
      setting.ifPresent(s -> changes.put(parameter, setting));
      problems.list().stream()
          .map(Problem::toString)
          .forEach(problem -> ParameterLog.LOG.refused(parameter, problem));
    }
  }

  private void apply(Parameter parameter, Optional<Setting> setting) {
    String before = parameter.text();
    setting.ifPresentOrElse(parameter::set, () -> parameter.clear(kind));
    ChangeReport.tell(parameter, before, parameter.effective());
  }

  private @Nullable String text(Parameter parameter) {
    return source.apply(name(parameter));
  }

  private String name(Parameter parameter) {
    return prefix + (parameter.isCore() ? parameter.name() : parameter.toString());
  }

  private Origin origin(Parameter parameter) {
    String what = kind == Kind.JNDI ? "JNDI " : "variable ";
    return new Origin(kind, Position.of(what + name(parameter)));
  }

  private Optional<Setting> read(Parameter parameter, String text, Problems problems) {
    CoreParameter definition = parameter.definition();
    Origin origin = origin(parameter);
    Position position = origin.position();
    String statement = STATEMENTS.get(definition.name());
    if (parameter.isCore() && statement != null) {
      return statement(parameter, statement + text, origin, problems);
    }
    if (definition.isStatement()) {
      problems.add(
          position,
          definition.name() + " cannot be set here",
          "write it into the configuration file");
      return Optional.empty();
    }
    Value value = SettingReader.value(definition, text.strip(), position);
    return new SettingReader(problems).read(definition, value, origin);
  }

  private Optional<Setting> statement(
      Parameter parameter, String text, Origin origin, Problems problems) {
    try {
      Knowledge knowledge = new Knowledge(Set.of());
      Configuration configuration =
          new ConfigurationReader(Options.usual(), knowledge).read(origin.toString(), text);
      Setting setting =
          new FileSettings(parameters, kind, problems).of(configuration).get(parameter);
      return setting == null || !(setting.value() instanceof List<?> values)
          ? Optional.empty()
          : Optional.of(Setting.list(values, origin));
    } catch (ConfigurationException e) {
      e.problems().forEach(p -> problems.add(p.position(), p.what(), p.advice()));
      return Optional.empty();
    }
  }
}
