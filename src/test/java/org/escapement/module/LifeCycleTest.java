package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.module.ProcessStatus.State;
import org.escapement.module.Recording.Recorded;
import org.junit.jupiter.api.Test;

/** The rules of the life cycle in fork mode, each by the order of calls. */
class LifeCycleTest {

  private final LifeCycleFixture fixture = new LifeCycleFixture();
  private final Recording recording = fixture.recording;

  private Recorded module(String name) {
    return recording.module(name);
  }

  @Test
  void withoutWorkers_eachPhaseIsRunForAllModulesInOrderOfLoading() {
    fixture.start(module("a"), module("b"), module("c"));
    fixture.stop();

    assertThat(recording.calls)
        .containsExactly(
            "main: a.modInit",
            "main: b.modInit",
            "main: c.modInit",
            "main: a.childInit(PROC_INIT)",
            "main: b.childInit(PROC_INIT)",
            "main: c.childInit(PROC_INIT)",
            "main: a.childInit(PROC_MAIN)",
            "main: b.childInit(PROC_MAIN)",
            "main: c.childInit(PROC_MAIN)",
            "main: a.childInit(PROC_POSTCHILDINIT)",
            "main: b.childInit(PROC_POSTCHILDINIT)",
            "main: c.childInit(PROC_POSTCHILDINIT)",
            "main: c.destroy",
            "main: b.destroy",
            "main: a.destroy");
  }

  @Test
  void eachWorker_isInitialisedByEveryModuleOnce_beforeItsTask_inItsThread() {
    fixture.start(module("a"), module("b").forking(1, 7, 7), module("c"));
    fixture.stop();

    assertThat(recording.of("b-0"))
        .containsExactly("a.childInit(1)", "b.childInit(1)", "c.childInit(1)", "task");
    assertThat(recording.of("b-1"))
        .containsExactly("a.childInit(7)", "b.childInit(7)", "c.childInit(7)", "task");
    assertThat(recording.of("b-2")).isEqualTo(recording.of("b-1"));
  }

  @Test
  void workerWithoutChildInit_runsItsTaskAlone() {
    fixture.start(module("a").forking(Rank.PROC_NOCHLDINIT));
    fixture.stop();

    assertThat(recording.of("a-0")).containsExactly("task");
  }

  @Test
  void specialRankOfAWorker_isHandedToTheModules() {
    fixture.start(module("a").forking(Rank.PROC_RPC));
    fixture.stop();

    assertThat(recording.of("a-0")).containsExactly("a.childInit(PROC_RPC)", "task");
  }

  @Test
  void childInits_ofTwoWorkers_runAtTheSameTime() {
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger met = new AtomicInteger();
    Recorded meeting = module("b").forking(1, 2);
    Recorded waiting =
        module("a")
            .onChildInit(
                (context, rank) -> {
                  if (rank > 0) {
                    both.await(LifeCycleFixture.LIMIT.toSeconds(), TimeUnit.SECONDS);
                    met.incrementAndGet();
                  }
                  return 0;
                });

    fixture.start(waiting, meeting);
    fixture.stop();

    assertThat(met).hasValue(2);
  }

  @Test
  void postChildInit_comesWhenEveryWorkerIsInitialised() {
    CountDownLatch mainIsThrough = new CountDownLatch(1);
    Recorded slow =
        module("a")
            .onChildInit(
                (context, rank) -> {
                  if (rank == 1) {
                    mainIsThrough.await();
                    recording.note("initialised");
                  }
                  return 0;
                });
    Recorded last =
        module("c")
            .onChildInit(
                (context, rank) -> {
                  if (rank == Rank.PROC_MAIN) {
                    mainIsThrough.countDown();
                  }
                  return 0;
                });

    fixture.start(slow, module("b").forking(1), last);
    fixture.stop();

    assertThat(recording.calls)
        .containsSubsequence(
            "main: c.childInit(PROC_MAIN)",
            "b-0: initialised",
            "main: a.childInit(PROC_POSTCHILDINIT)");
  }

  @Test
  void processCount_isKnownFromProcInitOn() {
    AtomicInteger count = new AtomicInteger();
    Recorded asking =
        module("a")
            .onModInit(
                (context, rank) -> {
                  context.registerProcesses(2);
                  context.registerProcesses(1);
                  assertThatThrownBy(context::processCount)
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessageContaining("module a asks for the number of workers in modInit");
                  return 0;
                })
            .onChildInit(
                (context, rank) -> {
                  count.set(context.processCount());
                  return 0;
                });

    fixture.start(asking, module("b").forking(1, 2));
    fixture.stop();

    assertThat(count).hasValue(5);
  }

  @Test
  void workersOutOfTime_areRefusedByName() {
    Recorded late =
        module("a")
            .onModInit(
                (context, rank) -> {
                  assertThatThrownBy(() -> context.forkProcess(1, "w", () -> {}))
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessage("module a may start worker w in childInit(PROC_MAIN) only");
                  return 0;
                })
            .onChildInit(
                (context, rank) -> {
                  assertThatThrownBy(() -> context.registerProcesses(1))
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessage("module a may register workers in its modInit only");
                  if (rank != Rank.PROC_MAIN) {
                    assertThatThrownBy(() -> context.forkProcess(1, "w", () -> {}))
                        .isInstanceOf(IllegalStateException.class);
                  }
                  return 0;
                });

    fixture.start(late, module("b").forking(1));
    fixture.stop();

    assertThat(recording.of("b-0")).hasSize(3);
  }

  @Test
  void moreWorkersThanRegistered_endTheStart_andNameTheModule() {
    Recorded greedy =
        module("b")
            .onModInit(
                (context, rank) -> {
                  context.registerProcesses(1);
                  return 0;
                })
            .onChildInit(
                (context, rank) -> {
                  if (rank == Rank.PROC_MAIN) {
                    context.forkProcess(1, "one", fixture::untilInterrupted);
                    context.forkProcess(1, "two", fixture::untilInterrupted);
                  }
                  return 0;
                });

    assertThatThrownBy(() -> fixture.start(module("a").forking(1, 1, 1), greedy))
        .isInstanceOf(ModuleException.class)
        .hasMessageContaining("module b failed in childInit, rank PROC_MAIN")
        .hasMessageContaining("has registered 1 workers and starts one more, two");
    assertThat(recording.of("two")).isEmpty();
    assertThat(recording.of("main")).endsWith("b.destroy", "a.destroy");
  }

  @Test
  void stop_interruptsWorkersFromTheLastOn_thenDestroysInReverse() {
    CountDownLatch running = new CountDownLatch(2);
    Recorded forking =
        module("a")
            .onModInit(
                (context, rank) -> {
                  context.registerProcesses(2);
                  return 0;
                })
            .onChildInit(
                (context, rank) -> {
                  for (int i = 0; rank == Rank.PROC_MAIN && i < 2; i++) {
                    context.forkProcess(
                        1,
                        "w" + i,
                        () -> {
                          running.countDown();
                          fixture.untilInterrupted();
                        });
                  }
                  return 0;
                });
    fixture.start(forking, module("b"));
    await(running);

    fixture.stop();

    assertThat(recording.calls)
        .endsWith("w1: interrupted", "w0: interrupted", "main: b.destroy", "main: a.destroy");
  }

  @Test
  void destroyThatThrows_keepsNobodyFromEnding() {
    fixture.start(
        module("a"),
        module("b")
            .onDestroy(
                () -> {
                  throw new IllegalStateException("no");
                }),
        module("c"));

    fixture.stop();
    fixture.stop();

    assertThat(recording.calls).endsWith("main: c.destroy", "main: b.destroy", "main: a.destroy");
    assertThat(recording.calls.stream().filter("main: a.destroy"::equals)).hasSize(1);
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
