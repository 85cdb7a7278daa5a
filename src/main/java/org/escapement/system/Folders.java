package org.escapement.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
