package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TurnsTest {

  private static final long[] ORIGINS = {
    Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 2_500_000_000L, Long.MAX_VALUE - 7
  };
  private static final int[] RATES = {1, 2, 3, 7, 10, 50, 100, 333, 1_000};

  static LongStream origins() {
    return LongStream.of(ORIGINS);
  }

  /** The ticks of a sync timer with a queue behind it, on a clock that begins at {@code origin}. */
  private static final class Simulation {
    final Random random;
    final int rate;
    final Turns turns;
    final long origin;
    final long spacing;

    /** Since the origin. */
    final List<Long> departures = new ArrayList<>();

    /** The longest that a tick is late, and that a call takes to leave. */
    long mostLateNanos;

    long mostSendingNanos;

    Simulation(long seed, int rate, int burst, long origin) {
      this.random = new Random(seed);
      this.rate = rate;
      this.origin = origin;
      this.turns = new Turns(rate, burst);
      this.spacing = Turns.spacingNanos(rate);
    }

    /** Arrivals come in random crowds; a tick overdue is rebased, an idle timer rests. */
    void run(int ticks, int mostArrivals, double pauseProbability) {
      long due = 0;
      long waiting = 0;
      for (int tick = 0; tick < ticks; tick++) {
        waiting += mostArrivals == 0 ? 0 : random.nextInt(mostArrivals + 1);
        long now = due + random(mostLateNanos);
        while (waiting > 0 && turns.free(origin + due, origin + now)) {
          now += random(mostSendingNanos);
          turns.take(origin + due, origin + now);
          departures.add(now);
          waiting--;
        }
        due = now - due > spacing ? now : due + spacing;
        if (waiting == 0 && random.nextDouble() < pauseProbability) {
          due += random(3 * Turns.SECOND);
        }
      }
    }

    private long random(long most) {
      return most == 0 ? 0 : random.nextLong(most + 1);
    }

    /** It is enough to look at the windows that begin with a departure. */
    void assertNoSecondHoldsMoreThanTheRate() {
      for (int i = 0; i + rate < departures.size(); i++) {
        assertThat(departures.get(i + rate) - departures.get(i))
            .as("departures %d and %d", i, i + rate)
            .isGreaterThanOrEqualTo(Turns.SECOND);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 40, 10_000})
  void noSecondHoldsMoreThanTheRate_howeverLateTheTicks(int burst) {
    for (long origin : ORIGINS) {
      for (int rate : RATES) {
        for (long late : new long[] {0, 1_000, 20_000_000, 900_000_000, 2_500_000_000L}) {
          Simulation simulation = new Simulation(rate + late, rate, burst, origin);
          simulation.mostLateNanos = late;
          simulation.mostSendingNanos = late / 100;
          simulation.run(2 * rate + 200, 3, 0.3);
          assertThat(simulation.departures).hasSizeGreaterThan(rate);
          simulation.assertNoSecondHoldsMoreThanTheRate();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyAnswer_isThatOfTheNaiveTwin(long seed) {
    Random random = new Random(seed);
    for (long origin : ORIGINS) {
      int rate = 1 + random.nextInt(30);
      int burst = 1 + random.nextInt(rate + 5);
      Turns turns = new Turns(rate, burst);
      NaiveTurns twin = new NaiveTurns(rate, burst);
      long due = 0;
      long now = 0;
      int taken = 0;
      for (int question = 0; question < 400; question++) {
        due += random.nextInt(3) > 0 ? 0 : random.nextLong(3 * Turns.spacingNanos(rate));
        now = Math.max(now, due) + (random.nextInt(9) > 0 ? 0 : random.nextLong(Turns.SECOND));
        boolean free = turns.free(origin + due, origin + now);
        assertThat(free)
            .as("rate %d, burst %d, due %d", rate, burst, due)
            .isEqualTo(twin.free(due, now));
        if (free) {
          turns.take(origin + due, origin + now);
          twin.take(due, now);
          taken++;
        }
        due = Math.max(due, now - Turns.spacingNanos(rate));
      }
      assertThat(taken).isBetween(20, 399);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 100, 999, 1_000, 3_333, 9_901, 9_903, 9_965, 9_999, 10_000})
  void underLoad_onTimeTicksReach99PercentOfTheRate(int rate) {
    Simulation simulation = new Simulation(1, rate, 1, -1);
    int ticks = 20 * rate + 200;
    int callsUntilLoad = 3;
    simulation.run(ticks, 4, 0);
    long nanos = ticks * simulation.spacing;

    assertThat(simulation.departures.size())
        .isGreaterThanOrEqualTo((int) (0.99 * rate * nanos / Turns.SECOND) - callsUntilLoad);
    simulation.assertNoSecondHoldsMoreThanTheRate();
  }

  @Test
  void spacing_keepsEachRateBetween99PercentAndTheLimit() {
    assertThat(
            IntStream.rangeClosed(1, QueueDefinition.MAX_RATE)
                .filter(
                    rate ->
                        rate * Turns.spacingNanos(rate) < Turns.SECOND + 100_000
                            || 0.99 * rate * Turns.spacingNanos(rate) > Turns.SECOND))
        .isEmpty();
  }

  @Test
  void spacing_isWholeMicroseconds() {
    assertThat(IntStream.rangeClosed(1, QueueDefinition.MAX_RATE))
        .allMatch(rate -> Turns.spacingNanos(rate) % 1_000 == 0);
  }

  @ParameterizedTest
  @MethodSource("origins")
  void turns_lieOneSpacingApart(long origin) {
    Turns turns = new Turns(100, 1);
    long spacing = Turns.spacingNanos(100);

    turns.take(origin, origin);

    assertThat(turns.free(origin, origin)).isFalse();
    assertThat(turns.free(origin + spacing - 1, origin + spacing - 1)).isFalse();
    assertThat(turns.free(origin + spacing, origin + spacing)).isTrue();
  }

  @Test
  void lateTick_doesNotCostTheNextItsTurn() {
    Turns turns = new Turns(100, 1);
    long spacing = Turns.spacingNanos(100);

    turns.take(0, spacing - 1);

    assertThat(turns.free(spacing, spacing)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("origins")
  void afterIdleTime_aBurstGoesTogetherAndThenOneEachSpacing(long origin) {
    Turns turns = new Turns(100, 5);
    long spacing = Turns.spacingNanos(100);

    assertThat(takeAllFree(turns, origin)).isEqualTo(5);
    assertThat(takeAllFree(turns, origin + spacing)).isEqualTo(1);
    assertThat(takeAllFree(turns, origin + 4 * spacing)).isEqualTo(3);
    assertThat(takeAllFree(turns, origin + 3 * Turns.SECOND)).isEqualTo(5);
  }

  @Test
  void burstAboveTheRate_isHeldToTheRate() {
    Turns turns = new Turns(10, 25);

    assertThat(takeAllFree(turns, 0)).isEqualTo(10);
    assertThat(takeAllFree(turns, Turns.SECOND - 1)).isZero();
    assertThat(takeAllFree(turns, Turns.SECOND)).isEqualTo(10);
  }

  private static int takeAllFree(Turns turns, long now) {
    int taken = 0;
    while (turns.free(now, now)) {
      turns.take(now, now);
      taken++;
    }
    return taken;
  }
}
