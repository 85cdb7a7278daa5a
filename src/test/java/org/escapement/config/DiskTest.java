package org.escapement.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.escapement.text.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskTest {

  @TempDir Path folder;

  private final ConfigurationReader reader =
      new ConfigurationReader(ConfigurationReader.Options.usual(), new Knowledge(Set.of()));

  @Test
  void includedFiles_areFoundBesideTheIncludingOne() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("a.cfg"), "include_file \"sub/b.cfg\"\n");
    Files.writeString(folder.resolve("sub/b.cfg"), "import_file \"c.cfg\"\n");
    Files.writeString(folder.resolve("sub/c.cfg"), "debug=2");

    Configuration c = reader.read(folder.resolve("a.cfg"));

    assertThat(c.debug()).hasValue(2);
    assertThat(c.statements().get(0).position().source()).endsWith("c.cfg");
  }

  @Test
  void bytesThatAreNoUtf8_areReadAsLatin1() throws IOException {
    Path file = folder.resolve("a.cfg");
    Files.write(file, "description=\"M\u00fcller\"".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(reader.read(file).setting("description").orElseThrow().text())
        .isEqualTo("M\u00fcller");
  }

  @Test
  void aFileThatCannotBeRead_isAnErrorWithItsName() {
    Path missing = folder.resolve("none.cfg");

    assertThatThrownBy(() -> reader.read(missing))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(missing + ": there is no such file; correct the path");
    assertThatThrownBy(() -> reader.read(folder))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(folder + ": the file cannot be read: it is a directory; make it readable");
  }

  @Test
  void anIncludeThatCanBeNoPath_isAnError() throws IOException {
    Path file = folder.resolve("a.cfg");
    Files.writeString(file, "include_file \"a\\x00b\"");

    assertThatThrownBy(() -> reader.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("a.cfg:1:15: the file 'a b' cannot be read");
  }

  @Test
  void aFileOf100Megabytes_endsWithAnError_asDoNestedOnes() throws IOException {
    Path large = folder.resolve("large.cfg");
    try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(100 << 20);
    }
    String many = "{".repeat(5 << 20);
    Files.writeString(folder.resolve("braces.cfg"), "route[A] " + many);
    Files.writeString(folder.resolve("comments.cfg"), "/*".repeat(4 << 20));
    Files.writeString(folder.resolve("brackets.cfg"), "listen=" + "[(".repeat(4 << 20));

    for (String name : java.util.List.of("large", "braces", "comments", "brackets")) {
      assertThatThrownBy(() -> reader.read(folder.resolve(name + ".cfg")))
          .as(name)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining(name + ".cfg");
    }
  }
}
