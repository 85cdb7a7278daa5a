package org.escapement.module;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.escapement.config.Notice;
import org.escapement.config.Severity;
import org.escapement.config.Statement.LoadModule;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Parameter;
import org.escapement.text.Position;
import org.escapement.text.Problems;

/**
 * The modules that lie in the folders of {@code loadpath}: the module {@code NAME} in the archive
 * {@code NAME.jar} or {@code NAME/NAME.jar} of the first folder that has one, as Kamailio looks for
 * {@code NAME.so}. An archive is opened when its module is loaded, with a class loader of its own
 * below the application's. Not thread-safe.
 */
public final class ModuleArchives implements AutoCloseable {

  private static final String SERVICE = "META-INF/services/" + Module.class.getName();
  private static final String SUFFIX = ".jar";

  private final Map<String, Path> archives = new TreeMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<URLClassLoader> loaders = new ArrayList<>();
  private final Position position;

  private ModuleArchives(Position position) {
    this.position = position;
  }

  /** Looks into the folders of {@code loadpath}; relative ones are below {@code workdir}. */
  public static ModuleArchives of(CoreParameters core) {
    Parameter loadpath = core.get("loadpath");
    ModuleArchives found = new ModuleArchives(loadpath.origin().position());
    Path workdir = Path.of(core.text("workdir").orElse("")).toAbsolutePath();
    for (String folder : core.text("loadpath").orElse("").split(":", -1)) {
      if (!folder.isBlank()) {
        found.search(workdir.resolve(folder.strip()).normalize());
      }
    }
    return found;
  }

  private void search(Path folder) {
    if (!Files.isDirectory(folder)) {
      warn("loadpath: " + folder + " is no folder", "make it, or take it out");
      return;
    }
    try {
      list(folder).stream().filter(ModuleArchives::isArchive).forEach(this::add);
      for (Path inner : list(folder)) {
        Path archive = inner.resolve(inner.getFileName() + SUFFIX);
        if (isArchive(archive)) {
          add(archive);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      warn("loadpath: " + folder + " cannot be read: " + e, "give the server the right to");
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static boolean isArchive(Path path) {
    return path.toString().endsWith(SUFFIX) && Files.isRegularFile(path);
  }

  private void add(Path archive) {
    String file = String.valueOf(archive.getFileName());
    String module = file.substring(0, file.length() - SUFFIX.length());
    Path before = archives.putIfAbsent(module, archive);
    if (before != null) {
      warn(
          "the module '" + module + "' is in " + before + " and in " + archive,
          "the first one is taken; take the other one away");
    }
  }

  private void warn(String what, String advice) {
    notices.add(new Notice(Severity.WARNING, position, what, advice));
  }

  /** The names of the modules that may lie there. */
  public Set<String> names() {
    return archives.keySet();
  }

  /** What an operator should know. */
  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  /**
   * Opens the archives of those modules that a configuration loads and the application has not.
   *
   * @param application its own modules
   * @param parent sees Escapement and the application
   * @param problems receives the archives that cannot be used
   * @return the modules of both
   */
  public Modules open(
      Modules application, Collection<LoadModule> loads, ClassLoader parent, Problems problems) {
    Map<String, Module> opened = new LinkedHashMap<>();
    for (LoadModule load : loads) {
      Path archive = archives.get(load.module());
      if (archive == null) {
        continue;
      }
      if (application.names().contains(load.module())) {
        warn(
            "the module '" + load.module() + "' of the application hides " + archive,
            "take the archive away, or give its module another name");
      } else {
        open(load, archive, parent, problems)
            .ifPresent(module -> opened.put(load.module(), module));
      }
    }
    return application.with(opened.values());
  }

  private Optional<Module> open(
      LoadModule load, Path archive, ClassLoader parent, Problems problems) {
    String advice;
    try {
      requireService(archive);
      URLClassLoader loader =
          new URLClassLoader(
              "module " + load.module(), new URL[] {archive.toUri().toURL()}, parent);
      loaders.add(loader);
      List<String> names = new ArrayList<>();
      for (ServiceLoader.Provider<Module> provider :
          ServiceLoader.load(Module.class, loader).stream().toList()) {
        if (provider.type().getClassLoader() == loader) {
          Module module = provider.get();
          if (module.name().equals(load.module())) {
            return Optional.of(module);
          }
          names.add(module.name());
        }
      }
      advice = "its modules are " + names + "; give the archive the name of its module";
    } catch (IOException e) {
      advice = e.getMessage() + "; correct the archive";
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      advice = e + "; correct the archive";
    }
    problems.add(
        load.path().position(),
        "the module '" + load.module() + "' cannot be taken from " + archive,
        advice);
    return Optional.empty();
  }

  /** A class loader would pass over an archive that is none. */
  private static void requireService(Path archive) throws IOException {
    try (JarFile jar = new JarFile(archive.toFile())) {
      if (jar.getEntry(SERVICE) == null) {
        throw new IOException("it has no " + SERVICE);
      }
    }
  }

  /** Closes the archives; their modules have ended. */
  @Override
  public void close() {
    for (URLClassLoader loader : loaders) {
      try {
        loader.close();
      } catch (IOException e) {
        ModuleLog.LOG.archiveStaysOpen(loader.getName(), e);
      }
    }
    loaders.clear();
  }
}
