package org.escapement.system;

import static org.escapement.system.SystemLog.LOG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The folders that a configuration names. Relative ones are below {@code workdir}. */
public final class Folders {

  private final Path workdir;

  /**
   * Takes the folder against which others are resolved.
   *
   * @param workdir below the working directory of the process when it is relative itself
   * @throws IllegalArgumentException if it is no folder
   */
  public Folders(String workdir) {
    this.workdir = Path.of(workdir).toAbsolutePath().normalize();
    if (!Files.isDirectory(this.workdir)) {
      throw new IllegalArgumentException(
          "workdir " + this.workdir + " is no folder; make it, or name another");
    }
  }

  /** A path of the configuration. */
  public Path resolve(String path) {
    return workdir.resolve(path).normalize();
  }

  /**
   * The folder of runtime files; made when it is missing.
   *
   * @throws IllegalArgumentException if it cannot be made, or nothing can be written there
   */
  public Path rundir(String path) {
    Path folder = resolve(path);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw unusable(folder, "cannot be made: " + e);
    }
    if (!Files.isWritable(folder)) {
      throw unusable(folder, "cannot be written to");
    }
    return folder;
  }

  private static IllegalArgumentException unusable(Path folder, String why) {
    return new IllegalArgumentException(
        "rundir "
            + folder
            + ' '
            + why
            + "; give the user "
            + System.getProperty("user.name")
            + " the right to, or name another");
  }

  /** {@code loadpath}: its folders in order. One that is not there is left out with a warning. */
  public List<Path> loadpath(String colonSeparated) {
    return Arrays.stream(colonSeparated.split(":"))
        .filter(path -> !path.isBlank())
        .map(path -> resolve(path.strip()))
        .filter(Folders::isThere)
        .toList();
  }

  private static boolean isThere(Path folder) {
    boolean there = Files.isDirectory(folder);
    if (!there) {
      LOG.noFolder(folder.toString());
    }
    return there;
  }

  /**
   * The archive of a module: {@code NAME.jar} or {@code NAME/NAME.jar} in the first folder that has
   * one.
   */
  public static Optional<Path> archive(List<Path> loadpath, String module) {
    return loadpath.stream()
        .flatMap(
            folder ->
                List.of(
                    folder.resolve(module + ".jar"),
                    folder.resolve(module).resolve(module + ".jar"))
                    .stream())
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
