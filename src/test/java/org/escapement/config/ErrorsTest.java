package org.escapement.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorsTest {

  static Stream<Arguments> mistakes() {
    return Stream.of(Arguments.of("debgu=3", "1:1: unknown setting 'debgu'; did you mean debug?"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistake_isSaidInTheUsersTerms(String text, String expected) {
    assertThat(Readings.problems(text)).containsExactly("a.cfg:" + expected);
  }

  @Test
  void allProblems_areReportedTogether() {
    assertThat(Readings.problems("x=1\n")).hasSize(1);
  }
}
