package org.escapement.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerGroupTest {

  private static final long LIMIT_SECONDS = 30;

  private final AtomicBoolean ending = new AtomicBoolean();
  private final List<Thread> threads = new ArrayList<>();

  private void workers(WorkerGroup group, int count, boolean poll) {
    for (int i = 0; i < count; i++) {
      Thread thread =
          new Thread(
              () -> {
                if (poll) {
                  group.poll(ending::get, 1_000);
                } else {
                  group.work(ending::get);
                }
              });
      thread.start();
      threads.add(thread);
    }
  }

  @AfterEach
  void end() throws InterruptedException {
    ending.set(true);
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
      assertThat(thread.isAlive()).isFalse();
    }
  }

  private static void await(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tasks_allRun(boolean poll) throws InterruptedException {
    WorkerGroup group = new WorkerGroup("g", 10_000);
    CountDownLatch left = new CountDownLatch(5_000);
    workers(group, 3, poll);
    for (int i = 0; i < 5_000; i++) {
      assertThat(group.submit(left::countDown)).isTrue();
    }
    await(left);
    assertThat(group.accepted()).isEqualTo(5_000);
    assertThat(group.refused()).isZero();
  }

  @Test
  void oneWorker_runsTasksInTheirOrder() throws InterruptedException {
    WorkerGroup group = new WorkerGroup("g", 100);
    List<Integer> order = new ArrayList<>();
    CountDownLatch done = new CountDownLatch(1);
    for (int i = 0; i < 50; i++) {
      int number = i;
      group.submit(() -> order.add(number));
    }
    group.submit(done::countDown);
    workers(group, 1, false);
    await(done);
    assertThat(order).hasSize(50).isSorted();
  }

  @Test
  void fullQueue_refusesAndCounts_untilThereIsRoom() throws InterruptedException {
    WorkerGroup group = new WorkerGroup("g", 3);
    CountDownLatch ran = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      assertThat(group.submit(ran::countDown)).isTrue();
    }
    assertThat(group.submit(ran::countDown)).isFalse();
    assertThat(group.queued()).isEqualTo(3);
    assertThat(group.refused()).isEqualTo(1);

    workers(group, 1, false);
    await(ran);
    CountDownLatch more = new CountDownLatch(1);
    assertThat(group.submit(more::countDown)).isTrue();
    await(more);
  }

  @Test
  void reservedPlace_countsAgainstTheSize_untilReleased() {
    WorkerGroup group = new WorkerGroup("g", 1);
    assertThat(group.reserve()).isTrue();
    assertThat(group.submit(() -> {})).isFalse();
    group.release();
    assertThat(group.submit(() -> {})).isTrue();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void taskThatThrowsOrLeavesAnInterrupt_endsNoWorker(boolean poll) throws InterruptedException {
    WorkerGroup group = new WorkerGroup("g", 10);
    workers(group, 1, poll);
    group.submit(
        () -> {
          throw new AssertionError("on purpose");
        });
    group.submit(() -> Thread.currentThread().interrupt());
    CountDownLatch ran = new CountDownLatch(1);
    group.submit(ran::countDown);
    await(ran);
    assertThat(group.failed()).isEqualTo(1);
  }

  @Test
  void groupOfAnExecutor_runsItsTasksThere() {
    List<Runnable> handed = new ArrayList<>();
    AtomicInteger ran = new AtomicInteger();
    WorkerGroup group = new WorkerGroup("g", 2, handed::add);
    group.submit(ran::incrementAndGet);
    assertThat(ran).hasValue(0);
    handed.forEach(Runnable::run);
    assertThat(ran).hasValue(1);
    assertThat(group.queued()).isZero();
  }

  @Test
  void unknownGroup_isRefusedWithAdvice() {
    WorkerGroups groups = new WorkerGroups(List.of(new WorkerGroup("slow", 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> groups.group("slwo"))
        .withMessage("there is no group of async workers named 'slwo'; did you mean slow?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorkerGroups(List.of()).group("default"))
        .withMessage("there are no async workers; set async_workers or async_workers_group");
  }
}
