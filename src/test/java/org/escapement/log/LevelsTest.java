package org.escapement.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LevelsTest {

  static Stream<Arguments> levelsAndThresholds() {
    return IntStream.rangeClosed(-5, 5)
        .boxed()
        .flatMap(
            level -> IntStream.rangeClosed(-7, 5).mapToObj(debug -> Arguments.of(level, debug)));
  }

  @ParameterizedTest
  @MethodSource("levelsAndThresholds")
  void message_isWrittenWhenItsLevelIsAtMostDebug(int level, int debug) {
    Level threshold = Levels.threshold(debug);
    boolean written =
        !threshold.equals(Level.OFF) && Levels.of(level).intValue() >= threshold.intValue();

    // Two criticals that Kamailio tells apart; past 3 all is written.
    assertThat(written).isEqualTo(level <= debug || (level > 3 && debug > 3));
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 1, ALERT",
    "-4, 2, BUG",
    "-3, 2, CRITICAL",
    "-2, 2, CRITICAL",
    "-1, 3, ERROR",
    "0, 4, WARNING",
    "1, 5, NOTICE",
    "2, 6, INFO",
    "3, 7, DEBUG",
    "4, 7, DEBUG"
  })
  void level_hasSyslogsSeverityAndKamailiosName(int level, int severity, String name) {
    assertThat(Levels.severity(Levels.of(level))).isEqualTo(severity);
    assertThat(Levels.name(Levels.of(level))).isEqualTo(name);
  }

  @Test
  void levelsOfTheTypedMessages_areThoseOfTheSameName() {
    assertThat(Levels.of(Levels.ERROR)).isSameAs(Level.SEVERE);
    assertThat(Levels.of(Levels.WARNING)).isSameAs(Level.WARNING);
    assertThat(Levels.of(Levels.INFO)).isSameAs(Level.INFO);
    assertThat(Levels.of(Levels.DEBUG)).isSameAs(Level.FINE);
  }
}
