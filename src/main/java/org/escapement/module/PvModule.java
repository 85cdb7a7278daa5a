package org.escapement.module;

import java.util.List;
import java.util.function.Consumer;
import org.escapement.config.Value;
import org.escapement.text.PlacedText;
import org.escapement.text.Problems;
import org.escapement.variable.builtin.InitialValue;
import org.escapement.variable.builtin.SharedVariables;
import org.escapement.variable.builtin.WorkerVariables;

/** Kamailio's {@code pv}: what {@code $var} and {@code $shv} have until they are set. */
public final class PvModule implements Module {

  private final Consumer<InitialValue> ofWorkers;
  private final Consumer<InitialValue> ofAll;

  /** For checking a configuration without the application. */
  public PvModule() {
    this.ofWorkers = value -> {};
    this.ofAll = value -> {};
  }

  public PvModule(WorkerVariables ofWorkers, SharedVariables ofAll) {
    this.ofWorkers = ofWorkers::initial;
    this.ofAll = ofAll::initial;
  }

  @Override
  public String name() {
    return "pv";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        initial("varset", "What $var(name) has until a worker sets it", ofWorkers),
        initial("shvset", "What $shv(name) begins with", ofAll));
  }

  private static Parameter initial(String name, String doc, Consumer<InitialValue> setter) {
    return new Parameter.Function(
        name,
        Parameter.Kind.TEXT,
        doc + ": name=i:number or name=s:text",
        (value, problems) -> set(value, problems, setter));
  }

  private static void set(Value value, Problems problems, Consumer<InitialValue> setter) {
    PlacedText text =
        value instanceof Value.Text placed
            ? placed.placed()
            : PlacedText.of(value.text(), value.position());
    InitialValue read = InitialValue.read(text, problems);
    if (read != null) {
      setter.accept(read);
    }
  }
}
