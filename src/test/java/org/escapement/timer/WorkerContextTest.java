package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a running route sees of its timer and worker, and rest. */
class WorkerContextTest extends ScriptedTimer {

  @Test
  void slicedTimer_movesToTheNextSliceAfterEachRun() {
    noteRounds();
    begin("type=3;ntasks=10;nslices=4");

    clock.advance(Duration.ofMillis(400));

    assertThat(rounds).containsExactly("0:2", "1:3", "2:2", "3:3", "0:2");
  }

  @Test
  void firstLoopRun_worksOnTheSliceThatStartLeft() {
    noteRounds();
    inStart(context -> context.slice(2));
    TimerControl timer = begin("type=3;ntasks=10;nslices=4");
    clock.advance(Duration.ofMillis(200));
    assertThat(rounds).containsExactly("2:2", "3:3", "0:2");
    rounds.clear();

    inStart(context -> {});
    timer.start(0);

    assertThat(rounds).as("start begins with slice 0").containsExactly("0:2");
  }

  @ParameterizedTest
  @EnumSource(names = {"BASIC", "SYNC"})
  void timerWithoutSlices_hasAllTasksInEachRun(TimerType type) {
    noteRounds();
    begin("ntasks=10;nslices=4;type=" + type.code());

    clock.advance(Duration.ofMillis(200));

    assertThat(rounds).isNotEmpty().containsOnly("0:10");
  }

  @Test
  void rest_isForTheLoopRouteAlone() {
    List<Throwable> refusals = new ArrayList<>();
    inStart(
        context -> {
          try {
            context.rest();
          } catch (IllegalStateException e) {
            refusals.add(e);
          }
        });

    begin("type=1");

    assertThat(refusals)
        .singleElement()
        .extracting(Throwable::getMessage)
        .isEqualTo(
            "rest() is for the LOOP route alone, and timer t, worker 0, does not run it on this"
                + " thread");
  }

  @Test
  void dueTimeAndLateness_areThoseOfTheRun() {
    List<Long> seen = new ArrayList<>();
    body.onLoop =
        context -> {
          seen.add(context.dueNanos());
          seen.add(context.latenessNanos());
          seen.add(context.missed());
          if (seen.size() == 3) {
            clock.advanceNanos(250_000_000);
          }
          return 1;
        };

    begin("type=1;missed=burst");
    clock.advanceNanos(0);

    assertThat(seen)
        .containsExactly(
            1_000L, 0L, 0L, 100_001_000L, 150_000_000L, 2L, 200_001_000L, 50_000_000L, 2L);
  }

  @Test
  void constants_areThoseOfTheDefinition() {
    begin("type=2;nworkers=3");

    TimerContext context = body.context();

    assertThat(context.name()).isEqualTo("t");
    assertThat(context.type()).isEqualTo(TimerType.SLICE);
    assertThat(context.nworkers()).isEqualTo(3);
    assertThat(context.worker()).isEqualTo(2);
    assertThat(context.pid()).isEqualTo(ProcessHandle.current().pid());
  }
}
