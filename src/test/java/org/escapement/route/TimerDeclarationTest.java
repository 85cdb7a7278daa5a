package org.escapement.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.escapement.clock.ClockId;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.escapement.timer.ExecutorKind;
import org.escapement.timer.Interval;
import org.escapement.timer.MissedPolicy;
import org.escapement.timer.TimerDefinition;
import org.escapement.timer.TimerDefinitions;
import org.escapement.timer.TimerType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimerDeclarationTest {

  private final Problems problems = new Problems();

  private List<TimerDefinition> define(Class<?> owner) {
    TimerDefinitions definitions = new TimerDefinitions(problems);
    TimerDeclaration.of(owner).forEach(timer -> timer.define(definitions));
    return definitions.build();
  }

  @RouteTimer(
      name = "full",
      type = TimerType.SLICED_SYNC,
      interval = "100ms",
      nworkers = 8,
      ntasks = 4_294_967_295L,
      nslices = 80,
      accuracy = "1ms",
      missed = MissedPolicy.SKIP,
      clock = ClockId.BOOTTIME,
      executor = ExecutorKind.SHARED,
      autostart = false,
      start = "S",
      loop = "L",
      end = "E")
  static class OnClass {}

  @Test
  void timerOnAClass_hasAllItsValues() {
    assertThat(define(OnClass.class))
        .containsExactly(
            new TimerDefinition(
                "full",
                TimerType.SLICED_SYNC,
                Interval.parse("100ms"),
                8,
                4_294_967_295L,
                80,
                Interval.parse("1ms"),
                MissedPolicy.SKIP,
                ClockId.BOOTTIME,
                ExecutorKind.SHARED,
                false,
                "S",
                "L",
                "E",
                Position.of(OnClass.class.getName())));
    assertThat(problems.list()).isEmpty();
  }

  static class OnMethods {
    @Route("R")
    @RouteTimer(name = "a")
    @RouteTimer(name = "b", loop = "OTHER", end = "R")
    void run() {}

    @RouteTimer(name = "c", loop = "R")
    void noRoute() {}
  }

  @Test
  void timerOnARoute_loopsItUnlessItNamesAnother() {
    assertThat(define(OnMethods.class))
        .extracting(timer -> timer.name() + ' ' + timer.loop() + ' ' + timer.end())
        .containsExactlyInAnyOrder("a R null", "b OTHER R", "c R null");
    assertThat(problems.list()).isEmpty();
  }

  static class Base {
    @Route("R")
    @RouteTimer(name = "t")
    public void run() {}

    @Route("KEPT")
    @RouteTimer(name = "kept")
    void kept() {}
  }

  static class Overriding extends Base {
    @Override
    @Route("R")
    public void run() {}
  }

  /** The compiler makes a bridge here, with copies of the annotations. */
  public static class Bridged extends Base {}

  @Test
  void timerOfAnOverriddenMethod_isGone() {
    assertThat(define(Overriding.class)).extracting(TimerDefinition::name).containsExactly("kept");
  }

  @Test
  void timerBehindABridge_isDefinedOnce() {
    assertThat(define(Bridged.class))
        .extracting(TimerDefinition::name)
        .containsExactlyInAnyOrder("t", "kept");
    assertThat(problems.list()).isEmpty();
  }

  @RouteTimer(name = "", loop = "R")
  static class Nameless {}

  @RouteTimer(name = "t", loop = "R", interval = "10m")
  static class Interval10m {}

  @RouteTimer(name = "t", loop = "R", nworkers = 0)
  static class NoWorkers {}

  @RouteTimer(name = "t", loop = "R", ntasks = -1)
  static class NegativeTasks {}

  @RouteTimer(name = "t", loop = "R", nslices = 0)
  static class NoSlices {}

  @RouteTimer(name = "t", loop = "R", nslices = 4_294_967_296L)
  static class TooManySlices {}

  @RouteTimer(name = "t", loop = "R", accuracy = "0")
  static class NoAccuracy {}

  @RouteTimer(name = "t")
  static class NoLoop {}

  @RouteTimer(name = "t", loop = "R")
  @RouteTimer(name = "t", loop = "R")
  static class Twice {}

  /** The same mistakes as in a file: what the messages say differs in their place alone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nameless|name=;loop=R",
        "Interval10m|name=t;loop=R;interval=10m",
        "NoWorkers|name=t;loop=R;nworkers=0",
        "NegativeTasks|name=t;loop=R;ntasks=-1",
        "NoSlices|name=t;loop=R;nslices=0",
        "TooManySlices|name=t;loop=R;nslices=4294967296",
        "NoAccuracy|name=t;loop=R;accuracy=0",
        "NoLoop|name=t",
        "Twice|name=t;loop=R|name=t;loop=R"
      })
  void mistake_isReportedAsThatOfAFile(String row) throws ReflectiveOperationException {
    String[] cells = row.split("\\|", -1);
    Class<?> owner = Class.forName(TimerDeclarationTest.class.getName() + '$' + cells[0]);
    Problems inFile = new Problems();
    TimerDefinitions definitions = new TimerDefinitions(inFile);
    for (int i = 1; i < cells.length; i++) {
      definitions.define(cells[i], Position.of(owner.getName()));
    }
    var unused = definitions.build();

    define(owner);

    assertThat(problems.list()).hasSize(1);
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactlyElementsOf(inFile.list().stream().map(Problem::toString).toList());
  }
}
