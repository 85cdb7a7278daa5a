package org.escapement.server;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.escapement.config.Notice;
import org.escapement.config.Reading;
import org.escapement.module.ModuleArchives;
import org.escapement.module.Modules;
import org.escapement.text.Problems;

/**
 * Reads the configuration with what it may load: the application's modules, and those of the
 * archives on {@code loadpath}, which it names itself.
 */
final class ModuleSearch implements AutoCloseable {

  private final ServerParameters parameters;
  private final Modules application;
  private final Reading reading;
  private final ModuleArchives archives;

  /**
   * Reads, and has the parameters take what is read.
   *
   * @param application its own modules
   * @param problems receives all mistakes
   */
  ModuleSearch(
      ConfigurationSource source,
      ServerParameters parameters,
      Modules application,
      Problems problems) {
    this.parameters = parameters;
    this.application = application;
    Problems found = new Problems();
    Reading first = read(source, application.names(), found);
    archives = ModuleArchives.of(parameters.loaded());
    if (archives.names().isEmpty()) {
      reading = first;
    } else {
      Set<String> all = new HashSet<>(application.names());
      all.addAll(archives.names());
      found = new Problems();
      reading = read(source, all, found);
    }
    found.list().forEach(problems::add);
  }

  private Reading read(ConfigurationSource source, Set<String> modules, Problems problems) {
    Reading made = source.read(modules);
    made.problems().forEach(problems::add);
    parameters.load(made.configuration(), problems);
    return made;
  }

  Reading reading() {
    return reading;
  }

  /** The application's modules and those that the configuration loads from archives. */
  Modules modules(Problems problems) {
    return archives.open(
        application,
        reading.configuration().modules(),
        ModuleSearch.class.getClassLoader(),
        problems);
  }

  /** What an operator should know about the archives. */
  List<Notice> notices() {
    return archives.notices();
  }

  @Override
  public void close() {
    archives.close();
  }
}
