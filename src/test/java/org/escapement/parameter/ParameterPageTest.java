package org.escapement.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.config.Catalogue;
import org.escapement.config.CoreParameter;
import org.junit.jupiter.api.Test;

/**
 * Makes docs/parameters.md from the catalogue. {@code mvn test -Dtest=ParameterPageTest
 * -Dpage.write=true} writes it; otherwise it must be what is there.
 */
class ParameterPageTest {

  private static final Path PAGE = Path.of("docs/parameters.md");
  private static final Path DIFFERENCES =
      Path.of("src/test/resources/org/escapement/parameter/differences.txt");

  private static final String HEADING =
      """
      # Core parameters

      All 106, from the catalogue that the code uses; `./run --parameters` prints the same, with `--json` for programs. A parameter has the
      value of the last of these that sets it: default, configuration file, JNDI entry `escapement/NAME`, server variable `escapement.NAME`
      (any property of MicroProfile Config), change while the server runs. *Live* ones can change while the server runs; *repeatable* ones
      add to what was set before. A name that is not here and that Kamailio knows is reported once and has no effect; any other name is an
      error.

      | layer | who gives the parameter its effect |
      | --- | --- |
      | app | the application |
      | server | the Jakarta EE server, which is told by `./run` |
      | jvm | options of the JVM, written by `./run` |
      | os | the operating system: compared with the value, raised where allowed |
      | none | nobody; a line at start-up says so when it is set |

      | name | aliases | type | default | allowed | | layer | effect | other than Kamailio |
      | --- | --- | --- | --- | --- | --- | --- | --- | --- |
      """;

  private static String page() throws IOException {
    Map<String, String> differences = new HashMap<>();
    for (String line : Files.readAllLines(DIFFERENCES)) {
      int colon = line.indexOf(": ");
      if (!line.startsWith("#")) {
        differences.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    StringBuilder page = new StringBuilder(HEADING);
    for (CoreParameter parameter : new Catalogue().all()) {
      List<String> cells =
          List.of(
              '`' + parameter.name() + '`',
              String.join(", ", parameter.aliases()),
              parameter.type(),
              parameter.defaultText(),
              parameter.allowed(),
              (parameter.runtime() ? "live" : "") + (parameter.repeatable() ? "repeatable" : ""),
              parameter.layer().name().toLowerCase(Locale.ROOT),
              parameter.effect(),
              differences.getOrDefault(parameter.name(), ""));
      page.append("| ")
          .append(String.join(" | ", cells.stream().map(c -> c.replace("|", "\\|")).toList()))
          .append(" |\n");
    }
    return page.toString();
  }

  @Test
  void page_isWhatTheCatalogueSays() throws IOException {
    if (Boolean.getBoolean("page.write")) {
      Files.writeString(PAGE, page());
    }

    assertThat(PAGE).hasContent(page());
  }

  @Test
  void differences_areOfKnownParameters() throws IOException {
    List<String> names = new Catalogue().all().stream().map(CoreParameter::name).toList();

    assertThat(Files.readAllLines(DIFFERENCES))
        .filteredOn(line -> !line.startsWith("#"))
        .allSatisfy(line -> assertThat(names).contains(line.substring(0, line.indexOf(':'))));
  }
}
