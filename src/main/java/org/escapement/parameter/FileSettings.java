package org.escapement.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.escapement.config.Configuration;
import org.escapement.config.CoreParameter;
import org.escapement.config.CoreParameter.Layer;
import org.escapement.config.ListenSpec;
import org.escapement.config.Statement;
import org.escapement.config.Value;
import org.escapement.parameter.Origin.Kind;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/** Takes what a configuration file sets. Not thread-safe. */
final class FileSettings {

  private final CoreParameters parameters;
  private final Kind kind;
  private final Problems problems;
  private final Map<Parameter, Setting> settings = new LinkedHashMap<>();

  FileSettings(CoreParameters parameters, Kind kind, Problems problems) {
    this.parameters = parameters;
    this.kind = kind;
    this.problems = problems;
  }

  /** What a configuration sets, each parameter once. */
  Map<Parameter, Setting> of(Configuration configuration) {
    configuration.statements().forEach(this::take);
    configuration
        .modules()
        .forEach(m -> add(m.evaluated() ? "loadmodulex" : "loadmodule", m, m.position()));
    tieTls();
    return settings;
  }

  private void take(Statement statement) {
    Position position = statement.position();
    if (statement instanceof Statement.Assignment assignment) {
      assign(assignment);
    } else if (statement instanceof Statement.Listen listen) {
      add("listen", listen.spec(), position);
      workers(listen.spec(), position);
    } else if (statement instanceof Statement.Alias alias) {
      add("alias", alias.address(), position);
    } else if (statement instanceof Statement.Flag flag && !flag.forAvps()) {
      add("flags", flag, position);
    } else if (statement instanceof Statement.ModParam modParam) {
      add(modParam.evaluated() ? "modparamx" : "modparam", modParam, position);
    } else if (statement instanceof Statement.CustomParameter custom) {
      define(custom);
    }
  }

  private void assign(Statement.Assignment assignment) {
    Parameter parameter = parameters.get(assignment.name());
    CoreParameter definition = parameter.definition();
    if (definition.name().equals("socket_workers")) {
      return; // a socket takes it
    }
    Origin origin = origin(assignment.position());
    Optional<Setting> setting =
        new SettingReader(problems).read(definition, assignment.value(), origin);
    if (setting.isPresent() && setting.get().value() instanceof List<?> values) {
      values.forEach(value -> add(definition.name(), value, assignment.position()));
    } else {
      setting.ifPresent(s -> settings.put(parameter, s));
    }
  }

  private void workers(ListenSpec listen, Position position) {
    Integer workers = listen.workers();
    if (workers != null) {
      add("socket_workers", workers, position);
    }
  }

  /** Adds one of several values; the origin is that of the first. */
  private void add(String name, Object value, Position position) {
    Parameter parameter = parameters.get(name);
    Setting before = settings.get(parameter);
    List<Object> values = new ArrayList<>();
    if (before != null && before.value() instanceof List<?> list) {
      values.addAll(list);
    }
    values.add(value);
    settings.put(
        parameter, Setting.list(values, before == null ? origin(position) : before.origin()));
  }

  private Origin origin(Position position) {
    return new Origin(kind, position);
  }

  private void define(Statement.CustomParameter custom) {
    Value value = custom.value();
    boolean number = value instanceof Value.Int;
    String description = custom.description();
    CoreParameter definition =
        new CoreParameter(
            0,
            custom.name(),
            List.of(),
            number ? "int" : "string",
            "",
            "",
            false,
            true,
            Layer.APP,
            description == null ? "" : description);
    Parameter parameter = parameters.define(custom.group(), definition);
    new SettingReader(problems)
        .read(parameter.definition(), value, origin(custom.position()))
        .ifPresent(setting -> settings.put(parameter, setting));
  }

  /** Each of enable_tls and disable_tls follows the other; both must not contradict. */
  private void tieTls() {
    Parameter enable = parameters.get("enable_tls");
    Parameter disable = parameters.get("disable_tls");
    Setting enabled = settings.get(enable);
    Setting disabled = settings.get(disable);
    if (enabled != null && disabled != null && enabled.number() == disabled.number()) {
      problems.add(
          enabled.origin().position(),
          "enable_tls=" + enabled.text() + " contradicts disable_tls=" + disabled.text(),
          "keep one of them; the other is at " + disabled.origin());
    } else if (enabled != null && disabled == null) {
      settings.put(disable, opposite(enabled));
    } else if (disabled != null && enabled == null) {
      settings.put(enable, opposite(disabled));
    }
  }

  private static Setting opposite(Setting setting) {
    boolean on = setting.number() == 0;
    return new Setting(on, on ? 1 : 0, on ? "yes" : "no", setting.origin());
  }
}
