package org.escapement.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ThresholdTest {

  static Stream<Arguments> written() {
    return Stream.of(
        Arguments.of(-6, List.of()),
        Arguments.of(-5, List.of("ALERT")),
        Arguments.of(-1, List.of("ALERT", "ERROR")),
        Arguments.of(0, List.of("ALERT", "ERROR", "WARNING")),
        Arguments.of(1, List.of("ALERT", "ERROR", "WARNING", "NOTICE")),
        Arguments.of(2, List.of("ALERT", "ERROR", "WARNING", "NOTICE", "INFO")),
        Arguments.of(3, List.of("ALERT", "ERROR", "WARNING", "NOTICE", "INFO", "DEBUG")));
  }

  @ParameterizedTest
  @MethodSource("written")
  void debug_letsThroughWhatIsAsSevere(int debug, List<String> expected) {
    try (Records records = new Records(LogOutput.ROOT)) {
      new Threshold().apply(debug);

      for (int level : new int[] {-5, -1, 0, 1, 2, 3}) {
        new LeveledLog("test", () -> level).write(() -> "m");
      }

      assertThat(records.lines())
          .containsExactlyElementsOf(expected.stream().map(name -> name + " m").toList());
    }
  }
}
