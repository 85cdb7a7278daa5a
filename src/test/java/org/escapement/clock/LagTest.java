package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LagTest {

  private static final long WINDOW = 1_000_000;

  private final Lag lag = new Lag();

  private void learn(int times, long base, int spread) {
    Random random = new Random(3);
    for (int i = 0; i < times; i++) {
      lag.learn(base + random.nextInt(spread));
    }
  }

  @Test
  void aLoopThatIsNeverLate_plansTheWholeWindow() {
    learn(1_000, 0, 1);

    assertThat(lag.plannedNanos(WINDOW)).isEqualTo(WINDOW);
  }

  @Test
  void lateness_isPlannedIn() {
    learn(20_000, 0, 100_000);

    assertThat(WINDOW - lag.plannedNanos(WINDOW)).isBetween(70_000L, 130_000L);
  }

  @Test
  void aLoopThatIsNoLongerLate_forgets() {
    learn(1_000, 100_000, 1);
    learn(1_000, 0, 1);

    assertThat(lag.plannedNanos(WINDOW)).isEqualTo(WINDOW);
  }

  @Test
  void aWindow_keepsHalfOfItsLength() {
    learn(1_000, 1_000_000_000, 1);

    assertThat(lag.plannedNanos(WINDOW)).isEqualTo(WINDOW - Lag.MOST_NANOS);
    assertThat(lag.plannedNanos(1_000)).isEqualTo(500);
    assertThat(lag.plannedNanos(1)).isEqualTo(1);
  }
}
