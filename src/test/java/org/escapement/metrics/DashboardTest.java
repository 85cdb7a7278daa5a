package org.escapement.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dashboard and the documentation name what is measured, and nothing else. */
class DashboardTest {

  private static final Pattern NAME = Pattern.compile("application_escapement_\\w+");

  private static Set<String> namesIn(String file) throws IOException {
    return NAME.matcher(Files.readString(Path.of(file)))
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> exposed() {
    return Arrays.stream(Measure.values())
        .flatMap(measure -> measure.exposedNames().stream())
        .collect(Collectors.toSet());
  }

  @Test
  void dashboard_usesOnlyNamesThatExist_andEveryMeasure() throws IOException {
    Set<String> used = namesIn("docs/grafana/escapement.json");

    assertThat(exposed()).containsAll(used);
    for (Measure measure : Measure.values()) {
      assertThat(used).as(measure.fullName()).containsAnyElementsOf(measure.exposedNames());
    }
  }

  @Test
  void documentation_hasEveryMeasure() throws IOException {
    String text = Files.readString(Path.of("docs/metrics.md"));

    for (Measure measure : Measure.values()) {
      assertThat(text).contains('`' + measure.exposedNames().get(0) + '`');
    }
    assertThat(exposed()).containsAll(namesIn("docs/metrics.md"));
  }
}
