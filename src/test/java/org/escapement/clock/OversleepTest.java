package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OversleepTest {

  private final Oversleep oversleep = new Oversleep();
  private final Random random = new Random(7);

  private void learn(int samples, long base, int spread) {
    for (int i = 0; i < samples; i++) {
      oversleep.learn(base + random.nextInt(spread));
    }
  }

  @Test
  void settlesAtAnUpperPercentile() {
    learn(20_000, 20_000, 20_000);

    assertThat(oversleep.nanos()).isBetween(37_000L, 41_500L);
  }

  @Test
  void followsAMachineThatGetsBusier() {
    learn(5_000, 10_000, 1_000);
    learn(100, 80_000, 1_000);

    assertThat(oversleep.nanos()).isGreaterThan(75_000);
  }

  @Test
  void oneSleepOfSeconds_movesItLittle() {
    learn(5_000, 20_000, 1_000);
    long before = oversleep.nanos();

    oversleep.learn(5_000_000_000L);

    assertThat(oversleep.nanos()).isBetween(before, before + before / 10);
  }

  @Test
  void aLongTail_isNotSpunAway() {
    for (int i = 0; i < 20_000; i++) {
      oversleep.learn(i % 5 == 0 ? 2_000_000 : 20_000);
    }

    assertThat(oversleep.nanos()).isLessThan(100_000);
  }

  /** Sleeps that are 20 µs late in the median and 21 at most. */
  @ParameterizedTest
  @CsvSource({
    "      0, 21000, 22500", // no more than most sleeps need
    "  20000, 21000, 22500",
    " 200000, 30000, 31500", // a twentieth of the wait beyond the median
    "1000000, 70000, 71500",
    "2000000, 120000, 121500",
    "9223372036854775807, 120000, 121500", // and 100 µs at most
  })
  void theLead_growsWithTheWait(long wait, long least, long most) {
    learn(20_000, 20_000, 1_000);

    assertThat(oversleep.leadNanos(wait)).isBetween(least - 1_000, most);
  }

  @Test
  void theLead_hasABound() {
    learn(50_000, 1_000_000_000, 1);

    assertThat(oversleep.leadNanos(Long.MAX_VALUE)).isEqualTo(Oversleep.MOST_NANOS);
  }

  @Test
  void staysWithinItsBounds() {
    learn(50_000, 0, 1);
    assertThat(oversleep.nanos()).isEqualTo(Oversleep.LEAST_NANOS);
    learn(50_000, 1_000_000_000, 1);
    assertThat(oversleep.nanos()).isEqualTo(Oversleep.MOST_NANOS);
  }
}
