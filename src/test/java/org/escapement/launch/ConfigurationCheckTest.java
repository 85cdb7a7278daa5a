package org.escapement.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.escapement.config.Statement.LoadModule;
import org.escapement.text.ConfigurationException;
import org.escapement.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCheckTest {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.cfg"), text);
  }

  private List<String> problems(Path file) {
    ConfigurationException e =
        catchThrowableOfType(
            ConfigurationException.class, () -> new ConfigurationCheck(Map.of()).check(file));
    return e.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void configurationThatComesWithTheProject_isSound() {
    var configuration =
        new ConfigurationCheck(Map.of())
            .check(Path.of("src/main/resources/META-INF/escapement.cfg"));

    assertThat(configuration.modules())
        .extracting(LoadModule::module)
        .containsExactly("ptimer", "shaper");
    assertThat(configuration.notices()).isEmpty();
  }

  @Test
  void mistakesOfAllModules_areReportedTogether() throws IOException {
    Path file =
        file(
            """
            loadmodule "ptimer"
            loadmodule "shaper"
            modparam("ptimer", "timer", "name=t;interval=10m")
            modparam("shaper", "queue", "name=q;rate=0;next_hop=sip:h")
            """);

    assertThat(problems(file))
        .hasSizeGreaterThanOrEqualTo(2)
        .anyMatch(problem -> problem.startsWith(file + ":3:46: "))
        .contains(file + ":4:42: rate is '0'; write a number from 1 to 10000");
  }

  @Test
  void routes_areNotAskedFor() throws IOException {
    Path file =
        file(
            """
            loadmodule "ptimer"
            modparam("ptimer", "timer", "name=t")
            modparam("ptimer", "loop", "timer=t;route=OF_AN_APPLICATION")
            """);

    assertThat(new ConfigurationCheck(Map.of()).check(file).modules()).hasSize(1);
  }

  @Test
  void defines_areKnownToTheConfiguration() throws IOException {
    Path file = file("#!ifdef WITH_SHAPER\nloadmodule \"shaper\"\n#!endif\n");

    assertThat(new ConfigurationCheck(Map.of()).check(file).modules()).isEmpty();
    assertThat(new ConfigurationCheck(Map.of("WITH_SHAPER", "")).check(file).modules()).hasSize(1);
  }

  @Test
  void missingFile_isNamed() {
    Path file = folder.resolve("missing.cfg");

    assertThat(problems(file)).containsExactly(file + ": there is no such file; correct the path");
  }
}
