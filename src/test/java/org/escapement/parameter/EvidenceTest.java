package org.escapement.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.escapement.config.Catalogue;
import org.escapement.config.CoreParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Each of the core parameters has tests of its effect, which evidence.csv names and which exist.
 */
class EvidenceTest {

  private static final Path TABLE =
      Path.of("src/test/resources/org/escapement/parameter/evidence.csv");

  private static Map<String, String> evidence() throws IOException {
    Map<String, String> tests = new LinkedHashMap<>();
    java.nio.file.Files.readAllLines(TABLE).stream()
        .filter(line -> !line.startsWith("#"))
        .skip(1)
        .map(line -> line.split(",", -1))
        .forEach(cells -> tests.put(cells[0], cells[1]));
    return tests;
  }

  @Test
  void everyParameter_hasARow() throws IOException {
    assertThat(evidence().keySet())
        .containsExactlyElementsOf(
            new Catalogue().all().stream().map(CoreParameter::name).toList());
  }

  @Test
  void everyParameter_hasTestsThatExist() throws IOException {
    List<String> lacking = new ArrayList<>();
    evidence()
        .forEach(
            (parameter, tests) -> {
              for (String test : tests.split(" ", -1)) {
                if (!exists(test)) {
                  lacking.add(parameter + ": " + test);
                }
              }
            });

    assertThat(lacking).isEmpty();
  }

  private static boolean exists(String test) {
    String[] parts = test.split("#", -1);
    if (parts.length != 2) {
      return false;
    }
    try {
      Class<?> type = Class.forName(parts[0], false, EvidenceTest.class.getClassLoader());
      return Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.getName().equals(parts[1]))
          .anyMatch(
              method ->
                  method.isAnnotationPresent(Test.class)
                      || method.isAnnotationPresent(ParameterizedTest.class));
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
