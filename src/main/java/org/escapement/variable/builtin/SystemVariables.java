package org.escapement.variable.builtin;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.timer.TimerContext;
import org.escapement.variable.Access;
import org.escapement.variable.PseudoVariable;
import org.escapement.variable.Use;
import org.escapement.variable.VariableContext;
import org.jspecify.annotations.Nullable;

/** The process, its environment, its version, and its configuration. */
public final class SystemVariables {

  /** Finds the settings of the configuration. */
  @FunctionalInterface
  public interface Settings {
    /**
     * What a setting has, at any later time.
     *
     * @param group {@code core}, or a group of the application's own
     * @return null when there is no such setting
     */
    @Nullable Supplier<@Nullable Object> find(String group, String name);
  }

  private static final String CFG_GET = "cfg_get";
  private static final int PARTS = 3;

  private final Settings settings;
  private final Function<String, @Nullable String> defines;
  private final Function<String, @Nullable String> environment;
  private final Version version;
  private final long pid = ProcessHandle.current().pid();

  /**
   * @param defines the preprocessor's definitions
   * @param environment of the process
   */
  public SystemVariables(
      Settings settings,
      Function<String, @Nullable String> defines,
      Function<String, @Nullable String> environment,
      Version version) {
    this.settings = settings;
    this.defines = defines;
    this.environment = environment;
    this.version = version;
  }

  /** All of them. */
  public List<PseudoVariable> all() {
    return List.of(
        PseudoVariable.of("null", "No value", PseudoVariable.Simple.NOTHING),
        PseudoVariable.number(
            "pp", "Id of the worker's thread where it has its own, else of the process", this::pid),
        new PseudoVariable.Simple(
            "sel",
            "cfg_get.group.name: a core parameter (group core) or a setting of the application's own",
            this::setting),
        PseudoVariable.named(
            "def", "What #!define gave a name", "name", name -> constant(defines.apply(name))),
        PseudoVariable.named(
            "env",
            "A variable of the environment",
            "name",
            name -> constant(environment.apply(name))),
        PseudoVariable.keyed(
            "version",
            "Escapement's version: num, full, or hash of its sources",
            Map.of(
                "num",
                constant(version.number()),
                "full",
                constant(version.full()),
                "hash",
                constant(version.hash()))));
  }

  private static Access constant(@Nullable String value) {
    return (context, out) -> out.set(value);
  }

  private long pid(VariableContext context) {
    TimerContext timer = context.timer();
    return timer == null ? pid : timer.pid();
  }

  private Access setting(Use use, Problems problems) {
    use.refuseIndex(problems);
    PlacedText select = use.needParameter("cfg_get.group.name", problems);
    if (select == null) {
      return PseudoVariable.Simple.NOTHING;
    }
    String[] parts = select.text().strip().split("\\.", PARTS);
    if (parts.length < PARTS || !parts[0].equals(CFG_GET)) {
      problems.add(
          select.position(),
          "'" + select.text() + "' is no select that is known here",
          "write cfg_get.core.NAME, or cfg_get.GROUP.NAME for a setting of your own");
      return PseudoVariable.Simple.NOTHING;
    }
    Supplier<@Nullable Object> found = settings.find(parts[1], parts[2]);
    if (found == null) {
      problems.add(
          select.position(),
          "there is no setting " + parts[1] + '.' + parts[2],
          "define it by " + parts[1] + '.' + parts[2] + " = value, or correct the name");
      return PseudoVariable.Simple.NOTHING;
    }
    return (context, out) -> out.setAny(found.get());
  }
}
