package org.escapement.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.escapement.text.ConfigurationException;
import org.escapement.text.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever stands in a file, reading it ends, and with nothing worse than problems that say where.
 */
class MutationTest {

  private static final int MUTANTS = 1200;

  private static final List<String> SPICES =
      List.of(
          "\"",
          "'",
          "{",
          "}",
          "(",
          ")",
          "[",
          "]",
          "/*",
          "*/",
          "#!ifdef X\n",
          "#!else\n",
          "#!endif\n",
          "#!define A A\n",
          "#!define LEVEL LEVEL2\n",
          "\\",
          "\n",
          "=",
          ";",
          ",",
          ":",
          "-",
          "0x",
          "$(",
          "#!subst \"/a/b/g\"\n",
          "include_file \"a.cfg\"",
          "modparam(",
          "listen=",
          "flags ",
          "route",
          "\u0000",
          "\uD800",
          "é",
          "#!ifexp ((1\n");

  @ParameterizedTest
  @ValueSource(strings = {"queue.cfg", "edge.cfg"})
  void aMutant_givesAConfigurationOrProblems(String sample) throws IOException {
    String original = text(sample);
    Random random = new Random(20261121);
    Readings readings = new Readings().file("site.cfg", "debug=2\n");
    assertThat(readings.problemsOf(original)).as("the sample itself").isEmpty();

    for (int i = 0; i < MUTANTS; i++) {
      String mutant = mutate(original, random);
      assertTimeoutPreemptively(Duration.ofSeconds(20), () -> check(readings, mutant), mutant);
    }
  }

  private static void check(Readings readings, String mutant) {
    try {
      assertThat(readings.main(mutant)).isNotNull();
    } catch (ConfigurationException e) {
      long lines = mutant.lines().count() + 1;
      assertThat(e.problems())
          .isNotEmpty()
          .allSatisfy(p -> assertThat(pointsIntoTheText(p, lines)).as(p + "\n" + mutant).isTrue());
    }
  }

  private static boolean pointsIntoTheText(Problem problem, long lines) {
    int line = problem.position().line();
    return !problem.position().source().equals("a.cfg")
        || (line >= 1 && line <= lines && problem.position().column() >= 1);
  }

  private static String mutate(String original, Random random) {
    StringBuilder text = new StringBuilder(original);
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), at + random.nextInt(30));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, end);
        case 1 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(3)));
        case 2 -> text.insert(at, SPICES.get(random.nextInt(SPICES.size())));
        default -> text.setLength(Math.max(at, 1));
      }
    }
    return text.toString();
  }

  private static String text(String sample) throws IOException {
    try (InputStream in = MutationTest.class.getResourceAsStream(sample)) {
      assertThat(in).as(sample).isNotNull();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
