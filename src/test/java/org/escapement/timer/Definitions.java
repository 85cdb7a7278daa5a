package org.escapement.timer;

import java.util.List;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/** Makes definitions for tests out of the text that a user would write. */
final class Definitions {

  private Definitions() {}

  /** A timer named {@code t} with the routes S, L and E. */
  static TimerDefinition timer(String attributes) {
    return named("t", attributes);
  }

  static TimerDefinition named(String name, String attributes) {
    Problems problems = new Problems();
    TimerDefinitions definitions = new TimerDefinitions(problems);
    definitions.define("name=" + name + ";start=S;loop=L;end=E;" + attributes, Position.of("test"));
    List<TimerDefinition> built = definitions.build();
    problems.throwIfAny();
    return built.get(0);
  }
}
