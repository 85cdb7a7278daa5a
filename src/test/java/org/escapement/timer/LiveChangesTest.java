package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.escapement.clock.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be changed while timers run, with either driver. */
@Timeout(60)
class LiveChangesTest {

  private static final long MILLI = 1_000_000;

  private final ManualClock clock = new ManualClock();
  private final TimerThreads threads = new TimerThreads();
  private final TimerRegistry timers = new TimerRegistry(threads.environment(clock));
  private final ScriptedBody body = new ScriptedBody();
  private final BlockingQueue<String> ticks = new LinkedBlockingQueue<>();

  private enum Driver {
    DEDICATED,
    SHARED
  }

  @AfterEach
  void stopAndSeeTheThreadsEnd() throws InterruptedException {
    timers.stop(Duration.ofSeconds(30));
    threads.seeThemEnd();
  }

  private static TimerDefinition definition(Driver driver, String attributes) {
    String executor = driver == Driver.DEDICATED ? "dedicated" : "shared";
    return Definitions.named("a", attributes + ";executor=" + executor);
  }

  /** Begins a timer that notes each tick by its due time in ms and what else is asked for. */
  private TimerControl begin(Driver driver, String attributes) {
    body.onLoop =
        context -> {
          ticks.add(context.dueNanos() / MILLI + " " + context.slice() + ":" + context.tasks());
          return 1;
        };
    timers.start();
    return timers.add(definition(driver, attributes), body);
  }

  private String nextTick() throws InterruptedException {
    return ticks.poll(30, TimeUnit.SECONDS);
  }

  /** The due times of the ticks on the way, one step of the clock for each. */
  private List<String> ticksAfterStepsOf(long... millis) throws InterruptedException {
    List<String> seen = new ArrayList<>();
    for (long step : millis) {
      clock.advanceNanos(step * MILLI);
      seen.add(nextTick());
      threads.settle();
    }
    return seen;
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void interval_holdsFromTheNextTick_whichRestartsTheGrid(Driver driver) throws Exception {
    TimerControl timer = begin(driver, "type=1;interval=100ms");
    assertThat(nextTick()).isEqualTo("0 0:0");
    clock.advanceNanos(50 * MILLI);

    timer.setInterval("30ms");

    assertThat(timer.definition().interval()).isEqualTo(Interval.parse("30ms"));
    assertThat(ticksAfterStepsOf(50, 30, 30)).containsExactly("100 0:0", "130 0:0", "160 0:0");
    timer.setInterval("00002");
    assertThat(ticksAfterStepsOf(30, 2_000)).containsExactly("190 0:0", "2190 0:0");
    assertThat(timer.status().workers().get(0).missed()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void interval_ofABasicTimer_isTheNextSleep(Driver driver) throws Exception {
    TimerControl timer = begin(driver, "type=0;interval=100ms");
    Await.until(
        "it waits", () -> timer.status().workers().get(0).state() == TimerStatus.State.LOOP);

    timer.setInterval("20ms");

    assertThat(ticksAfterStepsOf(100, 20, 20)).containsExactly("100 0:0", "120 0:0", "140 0:0");
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void tasksAndSlices_holdFromTheNextTick(Driver driver) throws Exception {
    TimerControl timer = begin(driver, "type=3;interval=100ms;ntasks=10;nslices=4");
    assertThat(nextTick()).isEqualTo("0 0:2");
    assertThat(ticksAfterStepsOf(100)).containsExactly("100 1:3");

    timer.setNtasks("30");
    timer.setNslices("2");

    assertThat(timer.definition().ntasks()).isEqualTo(30);
    assertThat(timer.definition().nslices()).isEqualTo(2);
    assertThat(ticksAfterStepsOf(100, 100, 100))
        .containsExactly("200 0:15", "300 1:15", "400 0:15");
    assertThat(timer.status().workers())
        .extracting(TimerStatus.Worker::ntasks, TimerStatus.Worker::nslices)
        .containsExactly(tuple(30L, 2L));
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void aPausedWorker_takesOverWhatWasSetMeanwhile(Driver driver) throws Exception {
    TimerControl timer = begin(driver, "type=1;interval=100ms");
    assertThat(nextTick()).isEqualTo("0 0:0");
    timer.pause(0);
    Await.until("it is paused", () -> timer.status().workers().get(0).paused());

    timer.setInterval("10ms");
    clock.advanceNanos(55 * MILLI);
    timer.resume(0);

    assertThat(nextTick()).isEqualTo("55 0:0");
    assertThat(ticksAfterStepsOf(10)).containsExactly("65 0:0");
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void whatAStartRouteSetForItsWorker_staysUntilThatIsSet(Driver driver) throws Exception {
    body.onStart =
        context -> {
          context.ntasks(500);
          return 1;
        };
    TimerControl timer = begin(driver, "type=1;interval=100ms");
    assertThat(nextTick()).isEqualTo("0 0:500");

    timer.setInterval("50ms");
    assertThat(ticksAfterStepsOf(100)).containsExactly("100 0:500");
    timer.setNtasks("7");
    assertThat(ticksAfterStepsOf(50)).containsExactly("150 0:7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          interval | 10m         | interval '10m' is not digits followed by s, ms or us
          interval | 0           | interval '0' is not within 1 to 4294967295
          interval | 4294967296s | interval '4294967296s' is not within 1 to 4294967295
          ntasks   | -1          | ntasks -1 is not within 0 to 4294967295
          ntasks   | 4294967296  | ntasks 4294967296 is not within 0 to 4294967295
          nslices  | 0           | nslices 0 is not within 1 to 4294967295
          nslices  | x           | nslices 'x' is no number
          type     | 1           | attribute 'type' is not interval, ntasks or nslices
          """)
  void aBadValue_isRefusedAndChangesNothing(String attribute, String value, String rule) {
    TimerDefinition defined = definition(Driver.SHARED, "type=1;interval=100ms");
    TimerControl timer = timers.add(defined, body);

    assertThatThrownBy(() -> timers.set("a", attribute, value))
        .isInstanceOfSatisfying(
            TimerFaultException.class, fault -> assertThat(fault.code()).isEqualTo(400))
        .hasMessage("Invalid value: " + rule);

    assertThat(timer.definition()).isEqualTo(defined);
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void aTimerAddedWhileOthersRun_beginsAtOnceAndLeavesThemAlone(Driver driver) throws Exception {
    ScriptedBody other = new ScriptedBody();
    timers.start();
    timers.add(Definitions.named("first", "type=1;interval=100ms;executor=shared"), other);
    clock.advanceNanos(50 * MILLI);
    assertThat(other.takeCalls()).isEqualTo("open start loop");

    begin(driver, "type=1;interval=100ms");

    assertThat(nextTick()).isEqualTo("50 0:0");
    clock.advanceNanos(50 * MILLI);
    assertThat(other.takeCalls()).isEqualTo("loop");
    assertThat(ticksAfterStepsOf(50)).containsExactly("150 0:0");
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void aRemovedTimer_runsItsEndRouteOnceInEachWorker_andItsNameIsFree(Driver driver)
      throws Exception {
    TimerControl timer = begin(driver, "type=1;interval=100ms;nworkers=3");
    for (int worker = 0; worker < 3; worker++) {
      assertThat(nextTick()).isEqualTo("0 0:0");
    }
    body.takeCalls();

    timers.remove("a");
    threads.seeThemEnd();

    assertThat(body.calls).containsOnly("end", "close").hasSize(6);
    assertThat(timers.list()).isEmpty();
    timer.loop(TimerControl.ALL);
    timer.start(TimerControl.ALL);
    clock.advanceNanos(1_000 * MILLI);
    assertThat(ticks).as("commands to a timer that is gone").isEmpty();
    assertThat(body.calls).hasSize(6);
    begin(driver, "type=1;interval=100ms");
    assertThat(nextTick()).isEqualTo("1000 0:0");
  }

  @ParameterizedTest
  @EnumSource(Driver.class)
  void aTimerRemovedByItsOwnRoute_endsWhenTheRouteReturns(Driver driver) throws Exception {
    timers.start();
    body.onLoop =
        context -> {
          timers.remove("a");
          ticks.add("removed");
          return 1;
        };

    timers.add(definition(driver, "type=1;interval=100ms"), body);

    assertThat(nextTick()).isEqualTo("removed");
    threads.seeThemEnd();
    assertThat(body.takeCalls()).isEqualTo("open start loop end close");
  }

  @Test
  void aTimerThatWasRemovedBeforeTheStart_neverBegins() {
    timers.add(definition(Driver.SHARED, "type=1;interval=100ms"), body);

    timers.remove("a");
    timers.start();
    clock.advanceNanos(1_000 * MILLI);

    assertThat(body.takeCalls()).isEmpty();
  }
}
