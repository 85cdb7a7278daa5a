package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static void await(CountDownLatch latch) {
    Await.until(() -> latch.getCount() == 0);
  }
}
