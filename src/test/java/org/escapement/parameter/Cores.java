package org.escapement.parameter;

import org.escapement.config.Catalogue;
import org.escapement.text.Problems;

/** Core parameters as a configuration sets them. */
public final class Cores {

  private Cores() {}

  /** Those of a text that must be sound. */
  public static CoreParameters of(String text) {
    CoreParameters parameters = new CoreParameters(new Catalogue());
    Problems problems = new Problems();
    parameters.load(Files.read(text), problems);
    problems.throwIfAny();
    return parameters;
  }
}
