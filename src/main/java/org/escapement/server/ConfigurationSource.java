package org.escapement.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.config.Reading;

/**
 * Where the configuration comes from: the file that the server variable {@value #FILE} names, else
 * {@value #RESOURCE} in the application, else none.
 */
final class ConfigurationSource {

  static final String FILE = "escapement.config";
  static final String RESOURCE = "META-INF/escapement.cfg";
  private static final String DEFINE = "escapement.define.";

  private final Config config;
  private final ClassLoader loader;

  ConfigurationSource(Config config, ClassLoader loader) {
    this.config = config;
    this.loader = loader;
  }

  /**
   * Reads the configuration as far as that is possible.
   *
   * @param modules names of the modules that the application has
   */
  Reading read(Set<String> modules) {
    ConfigurationReader reader =
        new ConfigurationReader(Options.usual().withDefines(defines()), new Knowledge(modules));
    Optional<String> file = config.getOptionalValue(FILE, String.class);
    if (file.isPresent()) {
      return reader.attempt(Path.of(file.get()));
    }
    URL resource = loader.getResource(RESOURCE);
    return reader.attempt(RESOURCE, resource == null ? "" : text(resource));
  }

  private Map<String, String> defines() {
    Map<String, String> defines = new HashMap<>();
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(DEFINE)) {
        defines.put(
            name.substring(DEFINE.length()),
            config.getOptionalValue(name, String.class).orElse(""));
      }
    }
    return defines;
  }

  private static String text(URL resource) {
    try (InputStream in = resource.openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the configuration " + resource + " cannot be read", e);
    }
  }
}
