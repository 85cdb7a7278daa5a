package org.escapement.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KNOWN =
      List.of("interval", "nslices", "ntasks", "nworkers", "type");

  @ParameterizedTest
  @CsvSource({
    "intervall, interval",
    "INTERVAL, interval",
    "ntask, ntasks",
    "nslice, nslices",
    "typ, type",
    "timeout,",
    "'',",
  })
  void names_withinAThirdOfTheLetters(String name, String near) {
    assertThat(Nearest.names(name, KNOWN)).isEqualTo(near == null ? List.of() : List.of(near));
  }

  @Test
  void names_nearestFirstAndThreeAtMost() {
    assertThat(Nearest.names("QUEUE", List.of("QUEUES_", "QUEUE1", "QUEUED", "QUEUE_", "QUEUE")))
        .containsExactly("QUEUE", "QUEUE1", "QUEUED");
  }

  @Test
  void advice_namesTheNearestOrAllOrNone() {
    assertThat(Nearest.advice("route", "QUEUE_LOP", List.of("QUEUE_LOOP", "QUEUE_STOP")))
        .isEqualTo("did you mean QUEUE_LOOP or QUEUE_STOP?");
    assertThat(Nearest.advice("route", "x", List.of("QUEUE_LOOP", "END")))
        .isEqualTo("the known ones are END, QUEUE_LOOP");
    assertThat(Nearest.advice("route", "x", List.of())).isEqualTo("there is no route yet");
  }
}
