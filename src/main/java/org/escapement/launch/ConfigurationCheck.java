package org.escapement.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.escapement.config.Catalogue;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.config.Notice;
import org.escapement.config.Reading;
import org.escapement.config.RouteBlocks;
import org.escapement.module.ActingParameters;
import org.escapement.module.Module;
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
    Modules modules = new Modules(ServiceLoader.load(Module.class));
    Knowledge knowledge = new Knowledge(modules.names(), ActingParameters.NAMES);
    Reading reading =
        new ConfigurationReader(Options.usual().withDefines(defines), knowledge).attempt(file);
    Problems problems = new Problems();
    CoreParameters parameters = new CoreParameters(new Catalogue());
    parameters.load(reading.configuration(), problems);
    new EffectChecks(parameters, problems).check();
    if (reading.modulesComplete()) {
      modules.configure(reading.configuration(), Optional.empty(), problems);
    }
    List<Notice> notices = new ArrayList<>(reading.configuration().notices());
    notices.addAll(new NoEffects(parameters).notices());
    notices.addAll(new RouteBlocks(reading.configuration()).notices());
    return new Checked(
        file, reading.configuration(), parameters, notices, reading.with(problems.list()));
  }
}
