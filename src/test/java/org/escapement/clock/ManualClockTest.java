package org.escapement.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class ManualClockTest {

  private final List<String> ran = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 5, Long.MAX_VALUE})
  void advance_runsAlarmsInOrder_eachAtItsDeadline(long origin) {
    ManualClock clock = new ManualClock(origin);
    for (int offset : new int[] {30, 10, 20, 10}) {
      String name = offset + "#" + ran.size();
      clock.create(1, () -> ran.add(name + "@" + (clock.nanos() - origin))).arm(origin + offset);
    }

    clock.advanceNanos(25);
    assertThat(ran).containsExactly("10#0@10", "10#0@10", "20#0@20");
    assertThat(clock.nanos() - origin).isEqualTo(25);
  }

  @Test
  void anAlarm_movedOrCleared_doesNotRunForItsOldDeadline() {
    ManualClock clock = new ManualClock();
    Alarm moved = clock.create(1, () -> ran.add("moved@" + clock.nanos()));
    Alarm cleared = clock.create(1, () -> ran.add("cleared"));
    moved.arm(10);
    cleared.arm(10);

    moved.arm(20);
    cleared.clear();
    clock.advanceNanos(100);

    assertThat(ran).containsExactly("moved@20");
  }

  @Test
  void anAlarmArmedByAnAction_runsInTheSameAdvance() {
    ManualClock clock = new ManualClock();
    Alarm second = clock.create(1, () -> ran.add("second@" + clock.nanos()));
    clock.create(1, () -> second.arm(clock.nanos() + 5)).arm(10);

    clock.advanceNanos(100);

    assertThat(ran).containsExactly("second@15");
  }

  @Test
  void aWaitingThread_isReleasedWhenItsDeadlineComes() {
    ManualClock clock = new ManualClock();
    Waiter waiter = clock.waiter();
    CompletableFuture<Boolean> reached =
        CompletableFuture.supplyAsync(() -> waiter.awaitDeadline(10, clock.nanos()) >= 10);

    clock.advanceNanos(10);

    assertThat(reached.join()).isTrue();
  }

  @Test
  void aWakeBeforeTheWait_endsIt() {
    Waiter waiter = new ManualClock().waiter();
    waiter.wake();
    assertThat(waiter.awaitDeadline(10, 0)).isLessThan(10);
    waiter.wake();
    waiter.awaitWake();
  }

  @Test
  void goingBack_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ManualClock().advanceNanos(-1))
        .withMessageContaining("-1");
  }
}
