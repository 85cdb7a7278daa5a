package org.escapement.variable.builtin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which Escapement this is.
 *
 * @param number such as {@code 0.1.0}
 * @param hash of the commit that it was built from, or {@code unknown}
 */
public record Version(String number, String hash) {

  private static final String RESOURCE = "version.properties";

  /** The version of the running classes. */
  public static Version ofClasses() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing beside " + Version.class.getName());
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Version(properties.getProperty("version"), properties.getProperty("hash"));
  }

  /** Name, number and platform. */
  public String full() {
    return "escapement "
        + number
        + " ("
        + System.getProperty("os.arch")
        + '/'
        + System.getProperty("os.name")
        + ", Java "
        + Runtime.version().feature()
        + ')';
  }
}
