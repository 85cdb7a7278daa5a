package org.escapement.server;

import java.util.List;
import java.util.Optional;
import javax.enterprise.context.Dependent;
import javax.inject.Inject;
import org.eclipse.microprofile.config.Config;
import org.escapement.command.CommandTable;
import org.escapement.config.Configuration;
import org.escapement.config.Reading;
import org.escapement.module.Application;
import org.escapement.module.Module;
import org.escapement.module.Modules;
import org.escapement.parameter.CoreParameters;
import org.escapement.routing.MessageRouting;
import org.escapement.statistic.Statistics;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.escapement.variable.Format;
import org.jspecify.annotations.Nullable;

/**
 * Reads the configuration, and hands core, routing and modules what it sets for them; then takes
 * what the modules bring by name. Nothing is started.
 */
@Dependent
public class ConfiguredModules {

  @Inject private Config config;
  @Inject private ServerParameters parameters;
  @Inject private Effects effects;
  @Inject private MessageRouting routing;
  @Inject private Statistics statistics;
  @Inject private VariablesSource texts;

  private @Nullable ModuleSearch search;

  /**
   * Configures everything.
   *
   * @param problems receives all that is wrong
   * @return the modules that are used, in the order in which they are loaded
   */
  List<Module> configure(
      Modules available,
      Application application,
      CommandTable commands,
      ManagedThreads threads,
      Problems problems) {
    ModuleSearch found =
        new ModuleSearch(
            new ConfigurationSource(config, Deployment.class.getClassLoader()),
            parameters,
            available,
            problems);
    search = found;
    Reading reading = found.reading();
    Configuration configuration = reading.configuration();
    texts.defines(configuration.defines());
    CoreParameters core = parameters.loaded();
    effects.begin(threads);
    routing.configure(core, application.routes(), problems);
    StartNotices.tell(configuration, core, application.routes().names());
    List<Module> used = List.of();
    if (reading.modulesComplete()) {
      used = found.modules(problems).configure(configuration, Optional.of(application), problems);
      used.forEach(module -> declare(module, application, commands, problems));
      prefixLogs(texts.logPrefix(configuration, problems));
    }
    found.notices().forEach(StartNotices::tell);
    effects.apply(problems);
    return used;
  }

  /** What a module brings by name. */
  private void declare(
      Module module, Application application, CommandTable commands, Problems problems) {
    try {
      application.routes().add(module.functions());
      commands.add(module.commands());
      module.statistics(statistics);
      module.variables(texts.catalogue());
    } catch (IllegalArgumentException e) { // a name that something else has
      problems.add(
          Position.of("module " + module.name()),
          String.valueOf(e.getMessage()),
          "give one of them another name");
    }
  }

  private void prefixLogs(@Nullable Format prefix) {
    if (prefix != null) {
      routing.prefixLogs(message -> prefix.expand(texts.variables().of(message)));
    }
  }

  /** Lets go of the archives that modules came from. */
  void close() {
    if (search != null) {
      search.close();
    }
  }
}
