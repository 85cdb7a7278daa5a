package org.escapement.config;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where the files of a configuration come from: the disk, or an archive. */
public interface SourceFiles {

  /**
   * The path of an included file.
   *
   * @param including the including file's path, as given or as returned from here
   * @param included the path as it was written there
   * @throws IOException if it can be no path
   */
  String resolve(String including, String included) throws IOException;

  /**
   * Opens a file. The caller closes it.
   *
   * @return null when there is no such file
   */
  @Nullable InputStream open(String path) throws IOException;
}
