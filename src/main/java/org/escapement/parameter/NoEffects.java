package org.escapement.parameter;

import java.util.List;
import org.escapement.config.CoreParameter;
import org.escapement.config.CoreParameter.Layer;
import org.escapement.config.Notice;
import org.escapement.config.Severity;

/** Says of each parameter that is set and can have no effect here what its value is, and why. */
public final class NoEffects {

  private final CoreParameters parameters;

  public NoEffects(CoreParameters parameters) {
    this.parameters = parameters;
  }

  /** One notice for each, in the order of the catalogue. */
  public List<Notice> notices() {
    return parameters.all().stream()
        .filter(p -> p.definition().layer() == Layer.NONE && p.isSet())
        .map(NoEffects::notice)
        .toList();
  }

  private static Notice notice(Parameter parameter) {
    CoreParameter definition = parameter.definition();
    return new Notice(
        Severity.NOTICE,
        parameter.origin().position(),
        "the setting " + definition.name() + "=" + parameter.text() + " has no effect here",
        definition.effect());
  }
}
