package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpinBudgetTest {

  private static final long MILLI = 1_000_000;

  @ParameterizedTest
  @CsvSource({"0.5, 0", "0.5, -1", "0.1, 9223372036854775807", "2, -9223372036854775808"})
  void spinningOverTheCap_isRefused_andBelowItAllowedAgain(double cores, long origin) {
    SpinBudget budget = new SpinBudget(cores, origin);

    long atTheCap = (long) (cores * 100 * MILLI);
    budget.charge(atTheCap, origin);
    assertThat(budget.allows(origin, false)).isTrue();

    budget.charge(MILLI, origin);
    assertThat(budget.allows(origin, false)).isFalse();
    assertThat(budget.allows(origin + (long) (MILLI / cores), false)).isTrue();
  }

  @Test
  void whoCanDoWithout_getsWhatTheOthersLeave() {
    SpinBudget budget = new SpinBudget(0.5, 0);

    budget.charge(5 * MILLI, 0);
    assertThat(budget.allows(0, true)).isTrue();

    budget.charge(MILLI, 0);
    assertThat(budget.allows(0, true)).isFalse();
    assertThat(budget.allows(0, false)).isTrue();
    assertThat(budget.allows(2 * MILLI, true)).isTrue();
  }

  @Test
  void timeNotUsed_isNotSavedUp() {
    SpinBudget budget = new SpinBudget(0.5, 0);
    long later = 3_600_000 * MILLI;

    budget.charge(51 * MILLI, later);

    assertThat(budget.allows(later, false)).isFalse();
  }

  @Test
  void noCores_forbidsSpinning() {
    assertThat(new SpinBudget(0).allows(System.nanoTime(), false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void aShareThatIsNone_isRefused(double cores) {
    assertThatIllegalArgumentException().isThrownBy(() -> new SpinBudget(cores));
  }
}
