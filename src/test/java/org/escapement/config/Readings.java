package org.escapement.config;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.escapement.text.ConfigurationException;

/** Builds the readings that the tests of this package look at. */
final class Readings {

  private static final Knowledge KNOWLEDGE = new Knowledge(Set.of("ptimer", "shaper"));

  private final Map<String, String> files = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();
  private final Map<String, String> defines = new HashMap<>();
  private Limits limits = Limits.USUAL;

  static Configuration read(String text) {
    return new Readings().main(text);
  }

  /** The problems of a text, each as the user sees it. */
  static List<String> problems(String text) {
    return new Readings().problemsOf(text);
  }

  static List<String> notices(String text) {
    return read(text).notices().stream().map(Notice::toString).toList();
  }

  Readings file(String path, String text) {
    files.put(path, text);
    return this;
  }

  Readings variable(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Readings define(String name, String value) {
    defines.put(name, value);
    return this;
  }

  Readings limits(Limits other) {
    limits = other;
    return this;
  }

  Configuration main(String text) {
    return reader().read("a.cfg", text);
  }

  List<String> problemsOf(String text) {
    ConfigurationException e = catchThrowableOfType(ConfigurationException.class, () -> main(text));
    return e == null ? List.of() : e.problems().stream().map(Object::toString).toList();
  }

  ConfigurationReader reader() {
    return new ConfigurationReader(
        new ConfigurationReader.Options(defines, environment::get, new MemoryFiles()),
        KNOWLEDGE,
        limits);
  }

  private final class MemoryFiles implements SourceFiles {
    @Override
    public String resolve(String including, String included) {
      int slash = including.lastIndexOf('/');
      return included.startsWith("/") ? included : including.substring(0, slash + 1) + included;
    }

    @Override
    public InputStream open(String path) throws IOException {
      if (path.endsWith("/broken")) {
        throw new IOException("the disk is on fire");
      }
      String text = files.get(path);
      return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
