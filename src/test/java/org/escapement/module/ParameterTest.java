package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.module.Parameter.Kind;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterTest {

  private final List<String> set = new ArrayList<>();

  /** One parameter of each type, which notes what it is set to. */
  private final List<Parameter> parameters =
      List.of(
          new Parameter.Int("count", "how many", 3, 1, 10, value -> set.add("count=" + value)),
          new Parameter.Text("word", "which", "none", value -> set.add("word=" + value)),
          new Parameter.Function("any", Kind.EITHER, "both", (value, p) -> set.add(value.text())),
          new Parameter.Function("n", Kind.INT, "numbers", (value, p) -> set.add(value.text())),
          new Parameter.Function("t", Kind.TEXT, "texts", (value, p) -> set.add(value.text())));

  private List<String> apply(String text, List<Parameter> declared) {
    Problems problems = new Problems();
    new Settings(
            new ConfigurationReader(Options.usual(), new Knowledge(Set.of("m")))
                .read("a.cfg", "loadmodule \"m\"\n" + text)
                .parametersOf("m"),
            Optional.empty(),
            problems)
        .apply(declared);
    return problems.list().stream().map(Problem::toString).toList();
  }

  @Test
  void nothingSet_givesTheDefaults() {
    assertThat(apply("", parameters)).isEmpty();
    assertThat(set).containsExactly("count=3", "word=none");
  }

  @Test
  void values_areSetInTheOrderOfTheText_afterTheDefaults() {
    assertThat(
            apply(
                """
                modparam("m", "any", 1)
                modparam("m", "word", "w")
                modparam("m", "any", "two")
                modparam("m", "count", 10)
                modparam("m", "n", 4)
                modparam("m", "t", "five")
                modparam("m", "count", 1)
                """,
                parameters))
        .isEmpty();
    assertThat(set)
        .containsExactly(
            "count=3", "word=none", "1", "word=w", "two", "count=10", "4", "five", "count=1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "count", 0     | 24: the value 0 of count is out of range; write a whole number from 1 to 10
          "count", 11    | 24: the value 11 of count is out of range; write a whole number from 1 to 10
          "count", "1"   | 25: parameter count cannot be a string; write a number, without quotes
          "word", 1      | 23: parameter word cannot be a number; write it in quotes
          "n", "1"       | 21: parameter n cannot be a string; write a number, without quotes
          "t", 1         | 20: parameter t cannot be a number; write it in quotes
          "cuont", 1     | 16: unknown parameter 'cuont'; did you mean count?
          """)
  void mistake_isReportedWhereItStands_andSetsNothing(String parameter, String problem) {
    assertThat(apply("modparam(\"m\", " + parameter + ")\n", parameters))
        .containsExactly("a.cfg:2:" + problem);
    assertThat(set).containsExactly("count=3", "word=none");
  }

  @Test
  void moduleWithoutParameters_saysSo() {
    assertThat(apply("modparam(\"m\", \"a\", 1)\n", List.of()))
        .containsExactly(
            "a.cfg:2:16: unknown parameter 'a'; the module has none: take the line out");
  }
}
