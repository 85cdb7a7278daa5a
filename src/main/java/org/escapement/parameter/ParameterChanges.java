package org.escapement.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.escapement.config.CoreParameter;
import org.escapement.config.Value;
import org.escapement.parameter.Origin.Kind;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.escapement.text.Problems;

/**
 * Changes of parameters while the server runs, as Kamailio's configuration framework has them: at
 * once, or noted first and then committed all together or rolled back.
 *
 * <p>What is noted belongs to this object; whoever shares it shares that. Thread-safe.
 */
public final class ParameterChanges {

  private static final String SET = "Failed to set the variable";
  private static final String GET = "Failed to get the variable";
  private static final Pattern INSTANCE = Pattern.compile("([^\\[\\]]+)\\[([0-9]{1,9})\\]");

  /** A change that is noted. */
  public record Pending(Parameter parameter, String before, String after) {}

  private final CoreParameters parameters;
  private final Origin origin;
  private final Map<Parameter, Setting> pending = new LinkedHashMap<>();

  /**
   * @param where whoever changes, for people: {@code RPC}
   */
  public ParameterChanges(CoreParameters parameters, String where) {
    this.parameters = parameters;
    this.origin = new Origin(Kind.RUNTIME, Position.of(where));
  }

  /**
   * Changes a parameter at once.
   *
   * @param group {@code core}, a group of the configuration's own, or an instance of one, as in
   *     {@code shaper[1]}
   * @param value a number may be given as its text and the other way round
   */
  public void setNow(String group, String name, String value) throws ParameterFaultException {
    Parameter parameter = changeable(group, name);
    Setting setting = setting(parameter, value);
    apply(Map.of(parameter, setting));
  }

  /** Notes a change for {@link #commit}; a later one for the same parameter takes its place. */
  public synchronized void setDelayed(String group, String name, String value)
      throws ParameterFaultException {
    Parameter parameter = changeable(group, name);
    pending.put(parameter, setting(parameter, value));
  }

  /** Makes all noted changes at once; whoever reads a {@link Snapshot} sees all or none. */
  public synchronized void commit() {
    apply(pending);
    pending.clear();
  }

  /** Forgets the noted changes. */
  public synchronized void rollback() {
    pending.clear();
  }

  /** The noted changes, in the order in which they were noted. */
  public synchronized List<Pending> diff() {
    List<Pending> list = new ArrayList<>();
    pending.forEach((p, after) -> list.add(new Pending(p, p.text(), after.text())));
    return list;
  }

  /** Takes the changes of a parameter back: it has again what the start's sources say. */
  public void reset(String group, String name) throws ParameterFaultException {
    Parameter parameter = find(group, name, "Reset failed");
    parameters
        .store()
        .change(
            () -> {
              String before = parameter.text();
              parameter.clear(Kind.RUNTIME);
              ChangeReport.tell(parameter, before, parameter.effective());
            });
  }

  /** The parameter's value: a Long when it is a number, else a String. */
  public Object get(String group, String name) throws ParameterFaultException {
    return plain(find(group, name, GET));
  }

  /** The values of a group, by name. */
  public Map<String, Object> get(String group) throws ParameterFaultException {
    List<Parameter> members = parameters.store().groups().get(group);
    if (members == null) {
      throw new ParameterFaultException(GET, "there is no group '" + group + "'");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    members.forEach(p -> values.put(p.name(), plain(p)));
    return values;
  }

  private static Object plain(Parameter parameter) {
    CoreParameter definition = parameter.definition();
    Setting setting = parameter.setting();
    boolean number = definition.isInt() || definition.isBool();
    return number && setting.value() != null ? (Object) (long) setting.number() : setting.text();
  }

  /** All parameters, or those of one group; none for an unknown group. */
  public List<Parameter> list(Optional<String> group) {
    Predicate<String> wanted = name -> group.isEmpty() || group.get().equals(name);
    return parameters.store().groups().entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream())
        .toList();
  }

  /** What a parameter is. */
  public CoreParameter help(String group, String name) throws ParameterFaultException {
    return find(group, name, "Failed to get the variable description").definition();
  }

  /**
   * Adds an instance of a group, whose parameters have what the group's have until they are set.
   *
   * @param instance such as {@code shaper[1]}
   */
  public void addInstance(String instance) throws ParameterFaultException {
    String failed = "Failed to add the group instance";
    try {
      for (Parameter member : members(instance, failed)) {
        instance(instance, member);
      }
    } catch (IllegalStateException e) {
      throw new ParameterFaultException(failed, String.valueOf(e.getMessage()));
    }
  }

  /** Ends an instance of a group. */
  public void deleteInstance(String instance) throws ParameterFaultException {
    String failed = "Failed to delete the group instance";
    List<Parameter> members = parameters.store().groups().get(instance);
    if (members == null || !INSTANCE.matcher(instance).matches()) {
      throw new ParameterFaultException(failed, "there is no instance '" + instance + "'");
    }
    Store store = parameters.store();
    store.change(() -> members.forEach(m -> m.clear(Kind.RUNTIME)));
    members.forEach(store::unname);
  }

  /** Takes the value that an instance has of its own: it has its group's again. */
  public void delete(String instance, String name) throws ParameterFaultException {
    String failed = "Failed to delete the value";
    Parameter parameter = find(instance, name, failed);
    if (!INSTANCE.matcher(instance).matches()) {
      throw new ParameterFaultException(failed, "'" + instance + "' is no instance of a group");
    }
    reset(parameter.group(), name);
  }

  private List<Parameter> members(String instance, String failed) throws ParameterFaultException {
    var matcher = INSTANCE.matcher(instance);
    if (!matcher.matches()) {
      throw new ParameterFaultException(
          "Wrong group syntax. Use \"group[id]\"", "found '" + instance + "'");
    }
    List<Parameter> members = parameters.store().groups().get(matcher.group(1));
    if (members == null || matcher.group(1).equals(Parameter.CORE)) {
      throw new ParameterFaultException(
          failed, "the configuration defines no group '" + matcher.group(1) + "'");
    }
    return members;
  }

  private void instance(String instance, Parameter member) {
    Store store = parameters.store();
    Optional<Parameter> before =
        store.all().stream()
            .filter(p -> p.group().equals(instance) && p.name().equals(member.name()))
            .findFirst();
    before.ifPresentOrElse(
        store::name, () -> store.add(i -> Parameter.instance(store, i, instance, member)));
  }

  private Parameter find(String group, String name, String failed) throws ParameterFaultException {
    Parameter parameter = parameters.store().find(group, name);
    if (parameter == null) {
      throw new ParameterFaultException(failed, "there is no parameter " + group + '.' + name);
    }
    return parameter;
  }

  private Parameter changeable(String group, String name) throws ParameterFaultException {
    Parameter parameter = find(group, name, SET);
    if (!parameter.definition().runtime()) {
      throw new ParameterFaultException(
          SET, parameter + " cannot change while the server runs; set it and restart");
    }
    return parameter;
  }

  private Setting setting(Parameter parameter, String text) throws ParameterFaultException {
    CoreParameter definition = parameter.definition();
    Problems problems = new Problems();
    Value value = SettingReader.value(definition, text, origin.position());
    return new SettingReader(problems)
        .read(definition, value, origin)
        .orElseThrow(() -> new ParameterFaultException(SET, reason(problems.list().get(0))));
  }

  private static String reason(Problem problem) {
    return problem.what() + "; " + problem.advice();
  }

  private void apply(Map<Parameter, Setting> settings) {
    parameters
        .store()
        .change(
            () ->
                settings.forEach(
                    (parameter, setting) -> {
                      String before = parameter.text();
                      parameter.set(setting);
                      ChangeReport.tell(parameter, before, setting);
                    }));
  }
}
