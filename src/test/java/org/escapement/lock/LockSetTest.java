package org.escapement.lock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LockSetTest {

  private static final long LIMIT_SECONDS = 30;

  private final LockSet locks = new LockSet(16, Duration.ofSeconds(LIMIT_SECONDS));
  private final ExecutorService other = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    other.shutdownNow();
  }

  private <T> T elsewhere(Callable<T> action) throws Exception {
    return other.submit(action).get(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  @Test
  void lockOfAnother_isNotFree_untilItIsGivenBack() throws Exception {
    assertThat(locks.lock("key")).isTrue();
    assertThat(elsewhere(() -> locks.tryLock("key"))).isFalse();
    assertThat(elsewhere(() -> locks.unlock("key"))).isFalse();
    assertThat(locks.holds()).isEqualTo(1);

    assertThat(locks.unlock("key")).isTrue();

    assertThat(elsewhere(() -> locks.tryLock("key"))).isTrue();
    assertThat(elsewhere(() -> locks.unlock("key"))).isTrue();
    assertThat(locks.holds()).isZero();
  }

  @Test
  void waiter_getsTheLockWhenItIsGivenBack() throws Exception {
    locks.lock(3);
    Future<Boolean> waiter = other.submit(() -> locks.lock(3));
    locks.unlock(3);
    assertThat(waiter.get(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void lockThatStaysTaken_isGivenUpInTime_andCounted() throws Exception {
    LockSet impatient = new LockSet(1, Duration.ofMillis(1));
    impatient.lock("a");
    assertThat(elsewhere(() -> impatient.lock("b"))).isFalse();
    assertThat(impatient.timedOut()).isEqualTo(1);
    impatient.unlock("a");
  }

  @Test
  void sameThread_mayTakeALockAgain_andGivesItBackAsOften() throws Exception {
    locks.lock("key");
    assertThat(locks.tryLock("key")).isTrue();
    locks.unlock("key");
    assertThat(elsewhere(() -> locks.tryLock("key"))).isFalse();
    locks.unlock("key");
    assertThat(locks.unlock("key")).isFalse();
  }

  @Test
  void whatIsLeftBehind_isGivenBackAndCounted_theOthersHoldOn() throws Exception {
    elsewhere(() -> locks.lock(1));
    locks.lock(2);
    locks.lock(3);
    locks.lock(3);

    assertThat(locks.releaseAll()).isEqualTo(3);
    assertThat(locks.releaseAll()).isZero();

    assertThat(locks.leftBehind()).isEqualTo(3);
    assertThat(locks.holds()).isEqualTo(1);
    assertThat(locks.tryLock(1)).isFalse();
    assertThat(elsewhere(() -> locks.tryLock(2) && locks.tryLock(3))).isTrue();
  }

  @Test
  void keys_areSpreadOverAllLocks() {
    long used =
        java.util.stream.IntStream.range(0, 1_000)
            .map(i -> locks.number("key" + i))
            .distinct()
            .count();
    assertThat(used).isEqualTo(locks.size());
  }
}
