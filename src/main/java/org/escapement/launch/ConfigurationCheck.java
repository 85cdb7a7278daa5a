package org.escapement.launch;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.module.ActingParameters;
import org.escapement.module.Module;
import org.escapement.module.Modules;
import org.escapement.text.Problems;

/**
 * Checks a configuration as far as that is possible without the application: all but whether its
 * routes exist.
 */
final class ConfigurationCheck {

  private final Map<String, String> defines;

  ConfigurationCheck(Map<String, String> defines) {
    this.defines = defines;
  }

  /**
   * Reads a configuration and lets the modules check their parameters.
   *
   * @throws org.escapement.text.ConfigurationException with everything that is wrong
   */
  Configuration check(Path file) {
    Modules modules = new Modules(ServiceLoader.load(Module.class));
    Knowledge knowledge = new Knowledge(modules.names(), ActingParameters.NAMES);
    Configuration configuration =
        new ConfigurationReader(Options.usual().withDefines(defines), knowledge).read(file);
    Problems problems = new Problems();
    modules.configure(configuration, Optional.empty(), problems);
    problems.throwIfAny();
    return configuration;
  }
}
