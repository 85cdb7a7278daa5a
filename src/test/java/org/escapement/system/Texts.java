package org.escapement.system;

import java.util.Set;
import java.util.stream.Collectors;
import org.escapement.config.Catalogue;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.CoreParameter;
import org.escapement.config.Knowledge;
import org.escapement.parameter.CoreParameters;
import org.escapement.text.Problems;

/** Makes core parameters of texts of configurations. */
final class Texts {

  private Texts() {}

  static CoreParameters parameters(String text) {
    Catalogue catalogue = new Catalogue();
    Set<String> all = catalogue.all().stream().map(CoreParameter::name).collect(Collectors.toSet());
    CoreParameters parameters = new CoreParameters(catalogue);
    Problems problems = new Problems();
    parameters.load(
        new ConfigurationReader(Options.usual(), new Knowledge(Set.of(), all)).read("a.cfg", text),
        problems);
    problems.throwIfAny();
    return parameters;
  }
}
