package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a start route may set, and how it acts. */
class WorkerSettingsTest extends ScriptedTimer {

  private static void set(TimerContext context, String name, long value) {
    switch (name) {
      case "ntasks" -> context.ntasks(value);
      case "nslices" -> context.nslices(value);
      case "tasks" -> context.tasks(value);
      case "slice" -> context.slice(value);
      default -> throw new AssertionError(name);
    }
  }

  @Test
  void tasksSetInStart_holdForThePresentSlice() {
    noteRounds();
    inStart(
        context -> {
          context.slice(1);
          context.tasks(9);
        });
    begin("type=3;ntasks=10;nslices=4");

    clock.advance(Duration.ofMillis(400));

    assertThat(rounds).containsExactly("1:9", "2:2", "3:3", "0:2", "1:3");
  }

  @Test
  void tasksSetInStart_holdForGoodWithoutSlices() {
    noteRounds();
    inStart(context -> context.tasks(7));
    begin("type=1;ntasks=10");

    clock.advance(Duration.ofMillis(200));

    assertThat(rounds).containsExactly("0:7", "0:7", "0:7");
  }

  @Test
  void ntasksAndNslicesSetInStart_recomputeTheTasks() {
    List<Long> tasks = new ArrayList<>();
    inStart(
        context -> {
          context.slice(3);
          context.ntasks(100);
          tasks.add(context.tasks());
          context.nslices(5);
          tasks.add(context.tasks());
          context.nslices(2);
          tasks.add(context.tasks());
          tasks.add(context.slice());
        });
    begin("type=3;ntasks=10;nslices=4");

    assertThat(tasks).as("a slice that is gone becomes 0").containsExactly(25L, 20L, 50L, 0L);
  }

  @Test
  void intervalSetInStart_appliesToTheTimer() {
    inStart(context -> context.interval("20ms"));
    TimerControl timer = begin("type=1");
    body.takeCalls();

    clock.advance(Duration.ofMillis(60));

    assertThat(body.takeCalls()).isEqualTo("loop loop loop");
    assertThat(timer.definition().interval()).isEqualTo(Interval.parse("20ms"));
    assertThat(body.context().interval()).isEqualTo("20ms");
  }

  @Test
  void intervalSetByOneWorker_isTakenOverByTheOthersAtTheirNextTick() {
    List<String> ticks = new ArrayList<>();
    body.onStart =
        context -> {
          if (context.worker() == 1) {
            context.interval("20ms");
          }
          return 1;
        };
    body.onLoop =
        context -> {
          ticks.add(context.worker() + "@" + (clock.nanos() - 1_000) / 1_000_000);
          return 1;
        };
    begin("type=1;nworkers=2");

    clock.advance(Duration.ofMillis(130));

    assertThat(ticks)
        .filteredOn(tick -> tick.startsWith("0@"))
        .containsExactly("0@0", "0@100", "0@120");
    assertThat(ticks).filteredOn(tick -> tick.startsWith("1@")).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({
    "ntasks, -1, ntasks -1 is not within 0 to 4294967295",
    "ntasks, 4294967296, ntasks 4294967296 is not within 0 to 4294967295",
    "nslices, 0, nslices 0 is not within 1 to 4294967295",
    "nslices, 4294967296, nslices 4294967296 is not within 1 to 4294967295",
    "tasks, -1, tasks -1 is not within 0 to 10",
    "tasks, 11, tasks 11 is not within 0 to 10",
    "slice, -1, slice -1 is not within 0 to 3",
    "slice, 4, slice 4 is not within 0 to 3",
  })
  void valueOutOfRange_isRefusedAndChangesNothing(String name, long value, String rule) {
    List<String> after = new ArrayList<>();
    inStart(
        context -> {
          assertThatThrownBy(() -> set(context, name, value))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage(rule);
          after.add(
              context.ntasks()
                  + " "
                  + context.tasks()
                  + " "
                  + context.nslices()
                  + " "
                  + context.slice());
        });

    begin("type=3;ntasks=10;nslices=4");

    assertThat(after).containsExactly("10 2 4 0");
  }

  @Test
  void badInterval_isRefusedAndChangesNothing() {
    List<String> after = new ArrayList<>();
    inStart(
        context -> {
          assertThatThrownBy(() -> context.interval("10m"))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage("interval '10m' is not digits followed by s, ms or us");
          after.add(context.interval());
        });

    begin("type=1");

    assertThat(after).containsExactly("100ms");
  }

  @ParameterizedTest
  @CsvSource({"ntasks", "nslices", "tasks", "slice"})
  void setting_isForTheStartRouteAlone(String name) {
    List<ThrowingCallable> attempts = new ArrayList<>();
    List<Throwable> refusals = new ArrayList<>();
    ScriptedBody.Script attempt =
        context -> {
          try {
            set(context, name, 1);
          } catch (IllegalStateException e) {
            refusals.add(e);
          }
          return 1;
        };
    body.onOpen = attempt;
    body.onLoop = attempt;
    body.onEnd = attempt;
    attempts.add(() -> set(body.context(), name, 1));
    TimerControl timer = begin("type=3;ntasks=10;nslices=4");
    timer.end(0);

    assertThat(refusals)
        .hasSize(3)
        .allSatisfy(
            e ->
                assertThat(e)
                    .hasMessage(
                        "setting "
                            + name
                            + " to 1 is for the START route alone, and timer t,"
                            + " worker 0, does not run it on this thread"));
    assertThat(attempts)
        .allSatisfy(a -> assertThatThrownBy(a).isInstanceOf(IllegalStateException.class));
  }

  @Test
  void setting_fromAnotherThreadOfTheStartRoute_isRefused() throws InterruptedException {
    List<Throwable> refusals = new ArrayList<>();
    body.onStart =
        context -> {
          Thread other =
              new Thread(
                  () -> {
                    try {
                      context.slice(1);
                    } catch (IllegalStateException e) {
                      refusals.add(e);
                    }
                  });
          other.start();
          other.join(10_000);
          return 1;
        };

    begin("type=3;ntasks=10;nslices=4");

    assertThat(refusals).hasSize(1);
  }
}
