package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.escapement.command.CommandTable;
import org.escapement.module.Recording.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failure in any phase ends what had started, in reverse order, and is told. */
class LifeCycleFailureTest {

  private final LifeCycleFixture fixture = new LifeCycleFixture();
  private final Recording recording = fixture.recording;

  /** The middle one of three, after one that has a worker running. */
  private void start(Recorded failing) {
    Recorded first = recording.module("a");
    first
        .onModInit(
            (context, rank) -> {
              context.registerProcesses(1);
              return 0;
            })
        .onChildInit(
            (context, rank) -> {
              if (rank == Rank.PROC_MAIN) {
                context.forkProcess(9, "worker", fixture::untilInterrupted);
              }
              return 0;
            });
    fixture.start(first, failing, recording.module("c"));
  }

  @Test
  void modInitThatThrows_destroysOnlyWhatWasInitialised() {
    Recorded failing =
        recording
            .module("b")
            .onModInit(
                (context, rank) -> {
                  throw new IllegalArgumentException("no database");
                });

    assertThatThrownBy(() -> start(failing))
        .isInstanceOf(ModuleException.class)
        .hasMessage("module b failed in modInit: java.lang.IllegalArgumentException: no database")
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
    assertThat(recording.calls)
        .containsExactly("main: a.modInit", "main: b.modInit", "main: a.destroy");
  }

  @Test
  void modInitBelowZero_failsTheSame() {
    Recorded failing = recording.module("b").onModInit((context, rank) -> -3);

    assertThatThrownBy(() -> start(failing))
        .hasMessage("module b failed in modInit: it returned -3");
    assertThat(recording.calls).endsWith("main: b.modInit", "main: a.destroy");
  }

  @ParameterizedTest
  @ValueSource(ints = {Rank.PROC_INIT, Rank.PROC_MAIN, Rank.PROC_POSTCHILDINIT, 9})
  void childInitBelowZero_endsWorkersAndDestroysAll(int bad) {
    Recorded failing = recording.module("b").onChildInit((context, rank) -> rank == bad ? -1 : 0);

    assertThatThrownBy(() -> start(failing))
        .isInstanceOf(ModuleException.class)
        .hasMessage("module b failed in childInit, rank " + Rank.text(bad) + ": it returned -1");
    assertThat(recording.of("main")).endsWith("c.destroy", "b.destroy", "a.destroy");
    assertThat(fixture.workers.table().live()).isEmpty();
  }

  @Test
  void childInitThatThrows_namesTheCause() {
    Recorded failing =
        recording
            .module("b")
            .onChildInit(
                (context, rank) -> {
                  if (rank == 9) {
                    throw new java.io.IOException("refused");
                  }
                  return 0;
                });

    assertThatThrownBy(() -> start(failing))
        .hasMessage("module b failed in childInit, rank 9: java.io.IOException: refused")
        .hasRootCauseInstanceOf(java.io.IOException.class);
    assertThat(recording.of("worker")).containsExactly("a.childInit(9)", "b.childInit(9)");
  }

  @Test
  void workerOfAModuleThatFailsLater_isInterruptedBeforeTheModulesEnd() {
    Recorded failing =
        recording
            .module("b")
            .onChildInit((context, rank) -> rank == Rank.PROC_POSTCHILDINIT ? -1 : 0);

    assertThatThrownBy(() -> start(failing)).isInstanceOf(ModuleException.class);

    assertThat(recording.calls)
        .containsSubsequence(
            "main: b.childInit(PROC_POSTCHILDINIT)", "worker: interrupted", "main: c.destroy");
  }

  @ParameterizedTest
  @CsvSource({"-127, PROC_INIT", "0, PROC_MAIN", "-126, PROC_POSTCHILDINIT"})
  void rankOfTheMainThread_isNoWorkers(int rank, String name) {
    Recorded failing = recording.module("b").forking(rank);

    assertThatThrownBy(() -> start(failing))
        .hasMessageContaining("worker b-0 of module b cannot be " + name);
  }

  @Test
  void refusedThread_isTheModulesFailure() {
    Workers workers =
        new Workers(
            LifeCycleFixture.settings(true),
            (name, task) -> {
              throw new java.util.concurrent.RejectedExecutionException("no thread");
            },
            () -> 1,
            time -> {});
    LifeCycle cycle = new LifeCycle(List.of(recording.module("b").forking(1)), workers, true);

    assertThatThrownBy(
            () ->
                cycle.start(
                    processes ->
                        new ModuleContext(
                            new CommandTable(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            List.of(),
                            processes)))
        .hasMessageContaining("module b failed in childInit, rank PROC_MAIN")
        .hasMessageContaining("no thread");
    assertThat(workers.table().live()).isEmpty();
  }
}
