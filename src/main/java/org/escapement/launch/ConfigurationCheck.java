package org.escapement.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.escapement.config.Catalogue;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.config.Notice;
import org.escapement.config.Reading;
import org.escapement.config.RouteBlocks;
import org.escapement.module.Module;
import org.escapement.module.ModuleArchives;
import org.escapement.module.Modules;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.NoEffects;
import org.escapement.system.EffectChecks;
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

  /** Reads a configuration, takes its parameters, and lets the modules check theirs. */
  Checked check(Path file) {
    Modules own = new Modules(ServiceLoader.load(Module.class));
    Reading first = read(file, own.names());
    try (ModuleArchives archives = ModuleArchives.of(parameters(first, new Problems()))) {
      if (archives.names().isEmpty()) {
        return check(file, first, own, archives);
      }
      Set<String> all = new HashSet<>(own.names());
      all.addAll(archives.names());
      return check(file, read(file, all), own, archives);
    }
  }

  private Reading read(Path file, Set<String> modules) {
    return new ConfigurationReader(Options.usual().withDefines(defines), new Knowledge(modules))
        .attempt(file);
  }

  private static CoreParameters parameters(Reading reading, Problems problems) {
    CoreParameters parameters = new CoreParameters(new Catalogue());
    parameters.load(reading.configuration(), problems);
    return parameters;
  }

  private static Checked check(Path file, Reading reading, Modules own, ModuleArchives archives) {
    Problems problems = new Problems();
    CoreParameters parameters = parameters(reading, problems);
    new EffectChecks(parameters, problems).check();
    Configuration configuration = reading.configuration();
    if (reading.modulesComplete()) {
      ClassLoader parent = ConfigurationCheck.class.getClassLoader();
      archives
          .open(own, configuration.modules(), parent, problems)
          .configure(configuration, Optional.empty(), problems);
    }
    List<Notice> notices = new ArrayList<>(configuration.notices());
    notices.addAll(archives.notices());
    notices.addAll(new NoEffects(parameters).notices());
    notices.addAll(new RouteBlocks(configuration).notices());
    return new Checked(file, configuration, parameters, notices, reading.with(problems.list()));
  }
}
