package org.escapement.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.escapement.config.Statement.LoadModule;
import org.escapement.text.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationCheckTest {

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.cfg"), text);
  }

  private List<String> problems(Path file) {
    return new ConfigurationCheck(Map.of())
        .check(file).problems().stream().map(Problem::toString).toList();
  }

  @Test
  void configurationThatComesWithTheProject_isSound() {
    Checked checked =
        new ConfigurationCheck(Map.of())
            .check(Path.of("src/main/resources/META-INF/escapement.cfg"));

    assertThat(checked.problems()).isEmpty();
    assertThat(checked.configuration().modules())
        .extracting(LoadModule::module)
        .containsExactly("ptimer", "shaper");
    assertThat(checked.notices()).isEmpty();
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

    assertThat(new ConfigurationCheck(Map.of()).check(file).configuration().modules()).hasSize(1);
  }

  @Test
  void defines_areKnownToTheConfiguration() throws IOException {
    Path file = file("#!ifdef WITH_SHAPER\nloadmodule \"shaper\"\n#!endif\n");

    assertThat(new ConfigurationCheck(Map.of()).check(file).configuration().modules()).isEmpty();
    assertThat(
            new ConfigurationCheck(Map.of("WITH_SHAPER", "")).check(file).configuration().modules())
        .hasSize(1);
  }

  @Test
  void missingFile_isNamed() {
    Path file = folder.resolve("missing.cfg");

    assertThat(problems(file)).containsExactly(file + ": there is no such file; correct the path");
  }

  @Test
  void mistakesOfReaderParametersAndModules_areReportedInOneStep() throws IOException {
    Path file =
        file(
            """
            loadmodule "ptimer"
            modparam("ptimer", "timer", "name=t;interval=10m")
            modparam("ptimer", "loop", "timer=t;route=R")
            childrn=3
            async_workers_group="workers=2"
            max_branches=99
            """);

    assertThat(problems(file))
        .extracting(problem -> problem.substring(file.toString().length(), problem.indexOf(' ')))
        .containsExactly(":2:46:", ":4:1:", ":5:22:", ":6:14:");
  }

  @Test
  void mistakeInAModparam_makesNoFurtherOnes() throws IOException {
    Path file =
        file(
            """
            loadmodule "ptimer"
            modparam("ptimer", "timer" "name=t")
            modparam("ptimer", "loop", "timer=t;route=R")
            """);

    assertThat(problems(file)).singleElement().asString().startsWith(file + ":2:36: ");
  }

  @Test
  void settingsWithoutEffect_areNoticedWithValueAndReason_andRoutesTogether() throws IOException {
    Path file = file("reply_to_via=1\nmcast_ttl=5\nrequest_route {}\nroute[RELAY] { exit; }\n");

    assertThat(new ConfigurationCheck(Map.of()).check(file).notices())
        .extracting(notice -> notice.toString().substring(file.toString().length()))
        .containsExactly(
            ":2:1: the setting mcast_ttl=5 has no effect here; As mcast.",
            ":1:1: the setting reply_to_via=yes has no effect here; Reply routing is the"
                + " container's.",
            ":3:1: request_route, route[RELAY]: not run here; write it as a Java method with"
                + " @Route(\"NAME\"); see docs/coming-from-kamailio.md");
  }

  @Test
  void json_hasProblemsAndNoticesWithTheirPlaces() throws IOException {
    Path file = file("debug=\"x\\n\"\nreply_to_via=1\n");

    assertThat(new ConfigurationCheck(Map.of()).check(file).toJson())
        .contains(
            "\"sound\": false",
            "\"line\": 1,\n      \"column\": 8,",
            "\"what\": \"the setting reply_to_via=yes has no effect here\"",
            "\"severity\": \"notice\"");
  }

  @Test
  void mistakesBehindEscapesAndJoinedStrings_areFoundWhereTheyStand() throws IOException {
    Path file =
        file(
            """
            loadmodule "ptimer"
            loadmodule "shaper"
            modparam("ptimer", "timer", "name=\\x74;" "intervall=1s")
            modparam("shaper", "queue", "name=\\"q\\";rate=0;next_hop=sip:h")
            """);

    assertThat(problems(file))
        .anyMatch(problem -> problem.startsWith(file + ":3:43: "))
        .anyMatch(problem -> problem.startsWith(file + ":4:46: rate is '0'"));
  }
}
