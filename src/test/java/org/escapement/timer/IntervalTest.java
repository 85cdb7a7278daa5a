package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1000000000",
    "1s, 1000000000",
    "100ms, 100000000",
    "50us, 50000",
    "4294967295s, 4294967295000000000",
    "4294967295us, 4294967295000",
    "0000000000000000000007ms, 7000000",
  })
  void parse_sound(String text, long nanos) {
    assertThat(Interval.parse(text)).isEqualTo(new Interval(text, nanos));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "ms", "10m", "1.5s", "-1s", "+1s", "1 s", "1S", "1ns", "١s"})
  void parse_noInterval(String text) {
    assertThatThrownBy(() -> Interval.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("interval '" + text + "' is not digits followed by s, ms or us");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0ms", "4294967296", "10000000000us", "99999999999999999999999999s"})
  void parse_outOfRange(String text) {
    assertThatThrownBy(() -> Interval.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("interval '" + text + "' is not within 1 to 4294967295");
  }
}
