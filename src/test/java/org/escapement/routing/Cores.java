package org.escapement.routing;

import java.util.Set;
import java.util.stream.Collectors;
import org.escapement.config.Catalogue;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.CoreParameter;
import org.escapement.config.Knowledge;
import org.escapement.parameter.CoreParameters;
import org.escapement.text.Problems;

/** Core parameters as a configuration sets them. */
final class Cores {

  private static final Set<String> ALL =
      new Catalogue().all().stream().map(CoreParameter::name).collect(Collectors.toSet());

  private Cores() {}

  static CoreParameters of(String text) {
    Configuration configuration =
        new ConfigurationReader(Options.usual(), new Knowledge(Set.of(), ALL)).read("a.cfg", text);
    CoreParameters parameters = new CoreParameters(new Catalogue());
    Problems problems = new Problems();
    parameters.load(configuration, problems);
    problems.throwIfAny();
    return parameters;
  }
}
