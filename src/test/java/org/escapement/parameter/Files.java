package org.escapement.parameter;

import java.util.List;
import java.util.Set;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.text.ConfigurationException;
import org.escapement.text.Problem;
import org.escapement.text.Problems;

/** Loads texts as configuration files. */
final class Files {

  private static final Knowledge KNOWLEDGE = new Knowledge(Set.of("ptimer", "shaper"));

  private Files() {}

  static Configuration read(String text) {
    return new ConfigurationReader(Options.usual(), KNOWLEDGE).read("a.cfg", text);
  }

  /** Has a text set parameters; the problems with it. */
  static List<String> load(CoreParameters parameters, String text) {
    Problems problems = new Problems();
    try {
      parameters.load(read(text), problems);
      return problems.list().stream().map(Problem::toString).toList();
    } catch (ConfigurationException e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }
}
