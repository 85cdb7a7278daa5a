package org.escapement.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Files of the default file system; included ones are relative to the including one. */
public final class DiskFiles implements SourceFiles {

  @Override
  public String resolve(String including, String included) throws IOException {
    return path(including).resolveSibling(path(included)).toString();
  }

  @Override
  public @Nullable InputStream open(String path) throws IOException {
    Path file = path(path);
    if (Files.isDirectory(file)) {
      throw new IOException("it is a directory");
    }
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  private static Path path(String text) throws IOException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IOException(e.getReason(), e);
    }
  }
}
