package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.escapement.module.ProcessStatus.State;
import org.escapement.module.Recording.Recorded;
import org.junit.jupiter.api.Test;

/** What is seen of workers, and when those of route timers begin. */
class ProcessTableTest {

  private final LifeCycleFixture fixture = new LifeCycleFixture();
  private final Recording recording = fixture.recording;

  private Recorded module(String name) {
    return recording.module(name);
  }

  @Test
  void table_listsWorkersWithRankNameOrderAndState() {
    CountDownLatch running = new CountDownLatch(1);
    Recorded forking =
        module("a")
            .onModInit(
                (context, rank) -> {
                  context.registerProcesses(3);
                  return 0;
                })
            .onChildInit(
                (context, rank) -> {
                  if (rank == Rank.PROC_MAIN) {
                    context.forkProcess(5, "long", () -> runs(running));
                    context.forkProcess(6, "short", () -> {});
                    context.forkProcess(
                        7,
                        "bad",
                        () -> {
                          throw new IllegalStateException("its own fault");
                        });
                  }
                  return 0;
                });
    fixture.start(forking);
    fixture.workers.timerThreads().start("timer", () -> {});
    await(running);
    Await.until(() -> state("bad") == State.FAILED && state("short") == State.ENDED);
    Await.until(() -> state("timer") == State.READY);

    List<ProcessStatus> table = fixture.workers.table().list();
    assertThat(table).extracting(ProcessStatus::order).containsExactly(0, 1, 2, 3, 4);
    assertThat(table)
        .extracting(ProcessStatus::name)
        .containsExactly("main", "long", "short", "bad", "timer");
    assertThat(table)
        .extracting(ProcessStatus::rank)
        .containsExactly(Rank.PROC_MAIN, 5, 6, 7, Rank.PROC_TIMER);
    assertThat(state("long")).isEqualTo(State.RUNNING);
    assertThat(table.get(1).started()).isBeforeOrEqualTo(table.get(4).started());
    assertThat(table).allSatisfy(p -> assertThat(p.cpu()).isGreaterThan(Duration.ZERO));

    fixture.stop();
    assertThat(table().stream().skip(1).map(ProcessStatus::state))
        .containsOnly(State.ENDED, State.FAILED);
  }

  @Test
  void endedWorkers_areRememberedUpToABound() {
    fixture.start(module("a"));
    for (int i = 0; i < ProcessTable.MOST_ENDED + 10; i++) {
      fixture.workers.coreThreads().start("w" + i, () -> {});
    }
    Await.until(
        () ->
            table().size() == ProcessTable.MOST_ENDED + 1
                && table().stream().skip(1).allMatch(p -> p.state() == State.ENDED));
    fixture.stop();
  }

  @Test
  void timerWorker_beginsWhenTheApplicationIsReady() {
    CountDownLatch ran = new CountDownLatch(1);
    fixture.start(module("a"));
    fixture.workers.timerThreads().start("timer", ran::countDown);
    Await.until(() -> state("timer") == State.READY);
    assertThat(recording.of("timer")).containsExactly("a.childInit(PROC_TIMER)");
    assertThat(ran.getCount()).isEqualTo(1);

    fixture.workers.ready();
    await(ran);
    fixture.stop();
  }

  @Test
  void taskHeldBack_runsOnceWhenReady_andAtOnceAfterwards() {
    fixture.start(module("a"));
    var executor = fixture.workers.onceReady(Runnable::run);
    executor.execute(() -> recording.note("early"));
    assertThat(recording.of("main")).doesNotContain("early");

    fixture.workers.ready();
    fixture.workers.ready();
    executor.execute(() -> recording.note("late"));

    assertThat(recording.of("main")).endsWith("early", "late");
    fixture.stop();
  }

  private void runs(CountDownLatch running) {
    running.countDown();
    fixture.untilInterrupted();
  }

  private List<ProcessStatus> table() {
    return fixture.workers.table().list();
  }

  private State state(String name) {
    return table().stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow().state();
  }

  private static void await(CountDownLatch latch) {
    Await.until(() -> latch.getCount() == 0);
  }
}
