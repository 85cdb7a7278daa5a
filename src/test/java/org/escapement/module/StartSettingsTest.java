package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.escapement.module.Recording.Recorded;
import org.escapement.parameter.Cores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No-fork mode, and the delays and waits of the start. */
class StartSettingsTest {

  private final LifeCycleFixture fixture = new LifeCycleFixture();
  private final Recording recording = fixture.recording;

  @AfterEach
  void stop() {
    fixture.stop();
  }

  private static StartSettings settings(
      long modInitMillis, long forkMillis, boolean waitOne, long waitMillis, long lookMillis) {
    return new StartSettings(
        true,
        Duration.ofMillis(modInitMillis),
        Duration.ofMillis(forkMillis),
        waitOne,
        Duration.ofMillis(waitMillis),
        Duration.ofMillis(lookMillis),
        LifeCycleFixture.LIMIT);
  }

  @ParameterizedTest
  @CsvSource({
    "fork=no, false, 0, 0, false, 4000, 100",
    "modinit_delay=7000, true, 7, 0, false, 4000, 100",
    "fork_delay=8000, true, 0, 8, false, 4000, 100",
    "wait_worker1_mode=1, true, 0, 0, true, 4000, 100",
    "wait_worker1_time=9000, true, 0, 0, false, 9, 100",
    "wait_worker1_usleep=5000, true, 0, 0, false, 4000, 5"
  })
  void start_isAsTheCoreParametersSay(
      String parameter,
      boolean fork,
      long modInitMillis,
      long forkMillis,
      boolean waitOne,
      long waitMillis,
      long lookMillis) {
    assertThat(StartSettings.of(Cores.of(parameter)))
        .isEqualTo(
            new StartSettings(
                fork,
                Duration.ofMillis(modInitMillis),
                Duration.ofMillis(forkMillis),
                waitOne,
                Duration.ofMillis(waitMillis),
                Duration.ofMillis(lookMillis),
                Duration.ofSeconds(60)));
  }

  @Test
  void noFork_callsChildInitThreeTimesInOneThread() {
    Recorded forking = recording.module("b").forking(5);

    fixture.start(LifeCycleFixture.settings(false), recording.module("a"), forking);
    Await.until(() -> !recording.of("b-0").isEmpty());

    assertThat(recording.of("main"))
        .containsExactly(
            "a.modInit",
            "b.modInit",
            "a.childInit(PROC_INIT)",
            "b.childInit(PROC_INIT)",
            "a.childInit(PROC_MAIN)",
            "b.childInit(PROC_MAIN)",
            "a.childInit(1)",
            "b.childInit(1)");
    assertThat(recording.of("b-0")).containsExactly("task");
  }

  @Test
  void modInitDelay_comesAfterEachModule() {
    fixture.start(settings(20, 0, false, 0, 1), recording.module("a"), recording.module("b"));

    assertThat(recording.calls)
        .startsWith(
            "main: a.modInit",
            "main: pause 20",
            "main: b.modInit",
            "main: pause 20",
            "main: a.childInit(PROC_INIT)");
  }

  @Test
  void forkDelay_comesBeforeEachWorker() {
    Recorded forking = recording.module("a").forking(3, -2);
    List<Integer> startedAtPause = new ArrayList<>();
    fixture.pause = time -> startedAtPause.add(fixture.workers.table().list().size());

    fixture.start(settings(0, 30, false, 0, 1), forking);

    assertThat(startedAtPause).containsExactly(1, 2);
  }

  @Test
  void workerAddedLater_waitsForNoDelay() {
    fixture.start(settings(0, 30, false, 0, 1), recording.module("a"));

    fixture.workers.timerThreads().start("late", () -> {});

    assertThat(recording.of("main")).doesNotContain("pause 30");
  }

  @Test
  void othersWait_untilWorkerOneIsInitialised() {
    CountDownLatch looked = new CountDownLatch(3);
    Recorded slow =
        recording
            .module("a")
            .onChildInit(
                (context, rank) -> {
                  if (rank == 1) {
                    looked.await();
                  }
                  return 0;
                });
    List<String> looks = new ArrayList<>();
    fixture.pause =
        time -> {
          looks.add(time.toMillis() + " at " + fixture.workers.table().list().size());
          looked.countDown();
          if (looked.getCount() == 0) { // the worker has what it waits for
            Await.until(() -> recording.of("b-1").contains("task"));
          }
        };

    fixture.start(settings(0, 0, true, 60_000, 100), slow, recording.module("b").forking(-2, 1, 2));

    assertThat(looks).containsExactly("100 at 3", "100 at 3", "100 at 3");
    Await.until(() -> recording.of("b-2").contains("task"));
  }

  @Test
  void workerOneThatIsLate_isWaitedForNoLongerThanTheLimit() {
    CountDownLatch started = new CountDownLatch(1);
    Recorded slow =
        recording
            .module("a")
            .onChildInit(
                (context, rank) -> {
                  if (rank == 1) {
                    started.await();
                  } else if (rank == 2) {
                    started.countDown();
                  }
                  return 0;
                });

    fixture.start(settings(0, 0, true, 250, 100), slow, recording.module("b").forking(1, 2));

    assertThat(recording.of("main"))
        .containsSubsequence("pause 100", "pause 100", "pause 50")
        .filteredOn(call -> call.startsWith("pause"))
        .hasSize(3);
  }
}
