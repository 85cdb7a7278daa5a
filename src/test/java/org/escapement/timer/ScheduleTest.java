package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

  /** Where a clock may stand at the start: at its wrap, its ends and around 0. */
  private static final long[] CLOCKS = {
    Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, Long.MAX_VALUE - 250, Long.MAX_VALUE
  };

  @ParameterizedTest
  @CsvSource({
    // the run that was due at 0 ends at; the policy; then due at; newly missed
    "0,   REBASE, 100, 0",
    "99,  REBASE, 100, 0",
    "100, REBASE, 100, 0",
    "101, REBASE, 101, 1",
    "200, REBASE, 200, 1",
    "201, REBASE, 201, 2",
    "250, REBASE, 250, 2",
    "100, SKIP,   100, 0",
    "101, SKIP,   200, 1",
    "200, SKIP,   200, 1",
    "201, SKIP,   300, 2",
    "99,  BURST,  100, 0",
    "101, BURST,  100, 1",
    "250, BURST,  100, 2",
    "301, BURST,  100, 3",
  })
  void syncRun_endsAfterDueTimes(long end, MissedPolicy policy, long due, long missed) {
    for (long origin : CLOCKS) {
      Schedule schedule = new Schedule(true, policy, 100);
      schedule.restart(origin);

      assertThat(schedule.ran(origin + end)).as("from %d", origin).isEqualTo(missed);
      assertThat(schedule.dueNanos() - origin).as("from %d", origin).isEqualTo(due);
    }
  }

  @Test
  void syncTick_isDueAtItsPlaceOnTheGridHoweverLateOthersWere() {
    for (long origin : CLOCKS) {
      Schedule schedule = new Schedule(true, MissedPolicy.REBASE, 1_000);
      schedule.restart(origin);
      for (long k = 0; k < 10_000; k++) {
        assertThat(schedule.dueNanos()).isEqualTo(origin + k * 1_000);
        long lateness = k * 37 % 999;
        assertThat(schedule.ran(schedule.dueNanos() + lateness)).isZero();
      }
    }
  }

  @Test
  void basicRun_isDueOneIntervalAfterTheLastEndedAndMissesNothing() {
    for (long origin : CLOCKS) {
      Schedule schedule = new Schedule(false, MissedPolicy.REBASE, 100);
      schedule.restart(origin);
      assertThat(schedule.dueNanos()).isEqualTo(origin + 100);

      assertThat(schedule.ran(origin + 1_000)).isZero();
      assertThat(schedule.dueNanos()).isEqualTo(origin + 1_100);
    }
  }

  @Test
  void burst_countsEachMissedDueTimeOnce() {
    Schedule schedule = new Schedule(true, MissedPolicy.BURST, 100);
    schedule.restart(0);

    assertThat(schedule.ran(350)).as("missed 100, 200 and 300").isEqualTo(3);
    assertThat(schedule.ran(360)).isZero();
    assertThat(schedule.dueNanos()).isEqualTo(200);
    assertThat(schedule.ran(401)).as("missed 400 too").isEqualTo(1);
    assertThat(schedule.ran(402)).isZero();
    assertThat(schedule.ran(403)).isZero();
    assertThat(schedule.dueNanos()).isEqualTo(500);
    assertThat(schedule.ran(510)).isZero();
    assertThat(schedule.dueNanos()).isEqualTo(600);
  }

  @ParameterizedTest
  @EnumSource(MissedPolicy.class)
  void syncTimer_agreesWithAListOfDueTimes(MissedPolicy policy) {
    Random random = new Random(policy.name().length());
    for (long origin : CLOCKS) {
      Schedule schedule = new Schedule(true, policy, 100);
      GridOracle oracle = new GridOracle(policy, 100);
      schedule.restart(origin);
      long now = 0;
      for (int i = 0; i < 2_000; i++) {
        long begin = Math.max(now, schedule.dueNanos() - origin);
        now = begin + (random.nextInt(4) == 0 ? random.nextInt(700) : random.nextInt(30));
        long missed = schedule.ran(origin + now);
        oracle.ran(now);
        assertThat(schedule.dueNanos() - origin).as("run %d", i).isEqualTo(oracle.due);
        assertThat(missed).as("run %d", i).isEqualTo(oracle.newlyMissed);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1_000, 1_000_000_000, 4_294_967_295_000_000_000L})
  void anyInterval_doesNotOverflow(long interval) {
    for (long origin : CLOCKS) {
      Schedule schedule = new Schedule(true, MissedPolicy.SKIP, interval);
      schedule.restart(origin);

      assertThat(schedule.ran(origin + interval + 1)).isEqualTo(1);

      assertThat(schedule.dueNanos())
          .isEqualTo(
              BigInteger.valueOf(interval)
                  .shiftLeft(1)
                  .add(BigInteger.valueOf(origin))
                  .longValue());
    }
  }

  @Test
  void clockThatGoesBack_missesNothingAndKeepsTheGrid() {
    Schedule schedule = new Schedule(true, MissedPolicy.REBASE, 100);
    schedule.restart(1_000);

    assertThat(schedule.ran(-5_000)).isZero();

    assertThat(schedule.dueNanos()).isEqualTo(1_100);
  }

  @Test
  void newInterval_holdsFromTheTickThatIsDue() {
    Schedule schedule = new Schedule(true, MissedPolicy.REBASE, 100);
    schedule.restart(0);
    schedule.ran(5);

    schedule.interval(30, 107);
    schedule.ran(110);

    assertThat(schedule.dueNanos()).isEqualTo(130);
  }

  @Test
  void newIntervalWithinABurst_dropsTheBacklog() {
    Schedule schedule = new Schedule(true, MissedPolicy.BURST, 100);
    schedule.restart(0);
    schedule.ran(1_050);

    schedule.interval(30, 1_060);

    assertThat(schedule.dueNanos()).isEqualTo(1_060);
    assertThat(schedule.ran(1_070)).isZero();
    assertThat(schedule.dueNanos()).isEqualTo(1_090);
  }

  /** The obvious way: a set of due times, each looked at. */
  private static final class GridOracle {

    private final MissedPolicy policy;
    private final long interval;
    private final TreeSet<Long> countedMissed = new TreeSet<>();
    private long due;
    private long newlyMissed;

    GridOracle(MissedPolicy policy, long interval) {
      this.policy = policy;
      this.interval = interval;
    }

    void ran(long now) {
      newlyMissed = 0;
      boolean late = false;
      long next = due + interval;
      long time = next;
      for (; time < now; time += interval) {
        late = true;
        if (countedMissed.add(time)) {
          newlyMissed++;
        }
      }
      if (late && policy == MissedPolicy.REBASE) {
        due = now;
      } else {
        due = late && policy == MissedPolicy.SKIP ? time : next;
      }
    }
  }
}
