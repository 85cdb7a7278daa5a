package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The hard limit across a change of the rate, however the ticks come. */
class TurnsRateChangeTest {

  @ParameterizedTest
  @CsvSource({"100,10,1", "10,100,1", "100,99,5", "1,50,1", "50,1,20", "7,7,7"})
  void windowsThatEndAfterTheChange_holdNoMoreThanTheNewRate(int before, int after, int burst) {
    List<Long> left = new ArrayList<>();
    long start = Long.MAX_VALUE - Turns.SECOND; // the clock wraps on the way
    Turns turns = new Turns(before, burst);
    long change = 3 * Turns.SECOND;
    for (long time = 0; time < 8 * Turns.SECOND; time += 100_000) {
      if (time == change) {
        turns = turns.at(after, burst);
      }
      long now = start + time;
      while (turns.free(now, now)) {
        turns.take(now, now);
        left.add(time);
      }
    }

    for (int i = 0; i < left.size(); i++) {
      long end = left.get(i);
      int limit = end < change ? before : after;
      long inWindow = left.stream().filter(t -> t <= end && t > end - Turns.SECOND).count();
      assertThat(inWindow).as("window that ends at %d ns", end).isLessThanOrEqualTo(limit);
    }
    long late = left.stream().filter(t -> t >= 6 * Turns.SECOND).count();
    assertThat(late)
        .as("calls of the last two seconds")
        .isBetween((long) Math.floor(1.95 * after), 2L * after);
  }
}
