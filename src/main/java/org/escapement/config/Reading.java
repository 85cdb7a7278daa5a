package org.escapement.config;

import java.util.List;
import java.util.Map;
import org.escapement.text.ConfigurationException;
import org.escapement.text.Problem;

/**
 * What came of reading a configuration. Immutable.
 *
 * @param configuration what could be read; the whole when there are no problems
 * @param modulesComplete whether no statement for a module was lost to a problem, so that it makes
 *     sense to have the modules check theirs
 * @param problems in the order of the text
 */
public record Reading(
    Configuration configuration, boolean modulesComplete, List<Problem> problems) {

  public Reading {
    problems = List.copyOf(problems);
  }

  static Reading nothing(List<Problem> problems) {
    return new Reading(
        new Configuration(List.of(), List.of(), List.of(), Map.of()), false, problems);
  }

  /**
   * The configuration that was read without a problem.
   *
   * @throws ConfigurationException with all problems, if there are any
   */
  public Configuration orThrow() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return configuration;
  }

  /** These problems and further ones of the same files, in the order of the text. */
  public List<Problem> with(List<Problem> further) {
    return Report.inOrder(problems, further);
  }
}
