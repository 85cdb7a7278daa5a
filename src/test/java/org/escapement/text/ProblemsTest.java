package org.escapement.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void withoutProblems_nothingIsThrown() {
    assertThat(problems.isEmpty()).isTrue();
    assertThatCode(problems::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void problems_areThrownTogetherOnePerLine() {
    problems.add(new Position("a.cfg", 3, 9), "type 4 is no type", "use 0 to 3");
    problems.add(Position.of("org.example.Queueing"), "no loop route", "name one");

    assertThatThrownBy(problems::throwIfAny)
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.problems()).isEqualTo(problems.list()))
        .hasMessage(
            "a.cfg:3:9: type 4 is no type; use 0 to 3"
                + System.lineSeparator()
                + "org.example.Queueing: no loop route; name one");
  }

  @Test
  void position_movesOnItsLineOnlyIfItHasOne() {
    assertThat(new Position("a.cfg", 3, 9).plusColumns(4)).isEqualTo(new Position("a.cfg", 3, 13));
    assertThat(Position.of("org.example.Queueing").plusColumns(4))
        .isEqualTo(Position.of("org.example.Queueing"));
  }
}
