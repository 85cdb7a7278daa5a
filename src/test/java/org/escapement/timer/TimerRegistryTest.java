package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.logging.Level;
import org.escapement.clock.ClockId;
import org.escapement.clock.ManualClock;
import org.escapement.text.ConfigurationException;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimerRegistryTest {

  private final ManualClock clock = new ManualClock();
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private final ScriptedBody body = new ScriptedBody();

  private static TimerDefinition named(String name) {
    return Definitions.named(name, "type=1;interval=100ms");
  }

  private static void assertFault(Runnable command, int code, String message) {
    assertThatThrownBy(command::run)
        .isInstanceOfSatisfying(
            TimerFaultException.class, fault -> assertThat(fault.code()).isEqualTo(code))
        .hasMessage(message);
  }

  @Test
  void timers_areListedInTheOrderOfTheirDefinition() {
    timers.add(named("c"), body);
    timers.add(named("a"), body);
    timers.add(named("b"), body);

    assertThat(timers.list()).extracting(TimerControl::name).containsExactly("c", "a", "b");
    assertThat(timers.timer("a").definition()).isEqualTo(named("a"));
  }

  @Test
  void nothingRuns_beforeTheStart() {
    timers.add(named("a"), body);
    clock.advance(Duration.ofSeconds(1));
    assertThat(body.takeCalls()).isEmpty();

    timers.start();
    assertThat(body.takeCalls()).isEqualTo("open start loop");

    timers.start();
    assertThat(body.takeCalls()).as("a second start").isEmpty();
  }

  @Test
  void timerAddedAfterTheStart_beginsAtOnce() {
    timers.start();

    timers.add(named("a"), body);

    assertThat(body.takeCalls()).isEqualTo("open start loop");
  }

  @Test
  void removedTimer_runsItsEndRouteAndIsGone() {
    timers.add(named("a"), body);
    timers.start();
    body.takeCalls();

    timers.remove("a");

    assertThat(body.takeCalls()).isEqualTo("end close");
    assertThat(timers.list()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    assertThat(body.takeCalls()).isEmpty();
    timers.add(named("a"), body);
    assertThat(body.takeCalls()).as("its name is free again").isEqualTo("open start loop");
  }

  @Test
  void timerRemovedByItsOwnRoute_endsWhenTheRouteReturns() {
    body.onLoop =
        context -> {
          timers.remove("a");
          return 1;
        };

    timers.add(named("a"), body);
    timers.start();

    assertThat(body.takeCalls()).isEqualTo("open start loop end close");
  }

  @Test
  void names_faults() {
    timers.add(named("a"), body);

    assertFault(() -> timers.timer(""), 400, "Invalid timer name");
    assertFault(() -> timers.timer("b"), 404, "Could not find timer b");
    assertFault(() -> timers.remove("b"), 404, "Could not find timer b");
    assertFault(() -> timers.set("b", "interval", "1s"), 404, "Could not find timer b");
    assertFault(() -> timers.add(named("a"), body), 400, "Timer a exists already");
    assertThat(timers.list()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 3, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void workerOutOfRange_isRefusedByEachCommandAndChangesNothing(int worker) {
    TimerControl timer =
        timers.add(Definitions.named("a", "type=1;interval=100ms;nworkers=3"), body);
    timers.start();
    body.takeCalls();
    List<Consumer<Integer>> commands =
        List.of(timer::pause, timer::resume, timer::start, timer::loop, timer::end, timer::wake);

    for (Consumer<Integer> command : commands) {
      assertFault(
          () -> command.accept(worker), 400, "Invalid worker " + worker + " (timer a has 0..2)");
    }

    assertThat(body.takeCalls()).isEmpty();
    assertThat(timer.status().workers()).noneMatch(TimerStatus.Worker::paused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "3", "one", "1.0", "99999999999999999999", " 1"})
  void workerTextThatIsNoWorker_isRefused(String text) {
    TimerControl timer = timers.add(Definitions.named("a", "nworkers=3"), body);

    assertFault(() -> timer.worker(text), 400, "Invalid worker " + text + " (timer a has 0..2)");
    assertThat(timer.worker("2")).isEqualTo(2);
  }

  @Test
  void commandForAllWorkers_reachesEach() {
    TimerControl timer =
        timers.add(Definitions.named("a", "type=1;interval=100ms;nworkers=3"), body);
    timers.start();

    timer.pause(TimerControl.ALL);
    assertThat(timer.status().workers()).allMatch(TimerStatus.Worker::paused);

    timer.resume(1);
    assertThat(timer.status().workers())
        .extracting(TimerStatus.Worker::paused)
        .containsExactly(true, false, true);
  }

  @Test
  void intervalSetLive_holdsFromTheNextTick() {
    TimerControl timer = timers.add(named("a"), body);
    timers.start();
    clock.advance(Duration.ofMillis(150));
    body.takeCalls();

    timers.set("a", "interval", "30ms");

    assertThat(timer.definition().interval().text()).isEqualTo("30ms");
    clock.advance(Duration.ofMillis(49));
    assertThat(body.takeCalls()).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(body.takeCalls()).isEqualTo("loop");
    clock.advance(Duration.ofMillis(90));
    assertThat(body.takeCalls()).isEqualTo("loop loop loop");
  }

  @Test
  void tasksAndSlicesSetLive_holdFromTheNextTick() {
    TimerControl timer =
        timers.add(
            Definitions.named("a", "type=3;interval=100ms;ntasks=10;nslices=4;nworkers=2"), body);
    timers.start();
    clock.advance(Duration.ofMillis(200));

    timers.set("a", "ntasks", "30");
    timers.set("a", "nslices", "2");
    body.onLoop =
        context -> {
          body.calls.add(context.slice() + ":" + context.tasks());
          return 1;
        };
    body.takeCalls();
    clock.advance(Duration.ofMillis(100));

    assertThat(timer.definition().ntasks()).isEqualTo(30);
    assertThat(timer.definition().nslices()).isEqualTo(2);
    assertThat(body.takeCalls()).isEqualTo("loop 0:15 loop 0:15");
    assertThat(timer.status().workers())
        .extracting(TimerStatus.Worker::ntasks, TimerStatus.Worker::nslices)
        .containsOnly(tuple(30L, 2L));
  }

  @Test
  void valueSetLive_leavesWhatAStartRouteSetForItsWorker() {
    body.onStart =
        context -> {
          context.ntasks(500);
          return 1;
        };
    TimerControl timer = timers.add(named("a"), body);
    timers.start();

    timers.set("a", "interval", "50ms");
    clock.advance(Duration.ofMillis(100));
    assertThat(timer.status().workers().get(0).ntasks()).isEqualTo(500);

    timers.set("a", "ntasks", "0");
    clock.advance(Duration.ofMillis(100));
    assertThat(timer.status().workers().get(0).ntasks()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          interval | 10m | interval '10m' is not digits followed by s, ms or us
          ntasks   | -1  | ntasks -1 is not within 0 to 4294967295
          nslices  | 0   | nslices 0 is not within 1 to 4294967295
          nslices  | x   | nslices 'x' is no number
          type     | 1   | attribute 'type' is not interval, ntasks or nslices
          """)
  void badValueSetLive_isRefusedAndChangesNothing(String attribute, String value, String rule) {
    TimerControl timer = timers.add(named("a"), body);

    assertFault(() -> timers.set("a", attribute, value), 400, "Invalid value: " + rule);

    assertThat(timer.definition()).isEqualTo(named("a"));
  }

  @Test
  void clockThatThePlatformLacks_isRefusedWhereTheTimerIsDefined() {
    TimerRegistry without = new TimerRegistry(withoutBoottime());
    TimerDefinition definition = Definitions.named("a", "clock=boottime");
    Problems problems = new Problems();

    without.check(List.of(named("b"), definition), problems);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly("test: timer a: clock BOOTTIME is not supported; use clock=monotonic");
    assertThatThrownBy(() -> without.add(definition, body))
        .isInstanceOf(ConfigurationException.class);
    assertThat(without.list()).isEmpty();
  }

  private TimerEnvironment withoutBoottime() {
    TimerEnvironment manual = TimerEnvironment.manual(clock);
    return new TimerEnvironment(
        id -> {
          if (id == ClockId.BOOTTIME) {
            throw new UnsupportedOperationException("clock BOOTTIME is not supported");
          }
          return clock;
        },
        manual.waiters(),
        manual.alarms(),
        manual.threads(),
        manual.shared(),
        manual.threadIds(),
        0);
  }

  @Test
  void add_afterTheStop_isRefused() {
    timers.stop(Duration.ZERO);

    assertThatThrownBy(() -> timers.add(named("a"), body))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("timer a cannot be added: the timers have been stopped");
  }

  @Test
  void auto_isDedicatedUpToTheBoundAndReportsOnceThatItIsNot() {
    int[] threads = {0};
    TimerRegistry bounded = new TimerRegistry(withThreads((identity, task) -> threads[0]++, 4));
    bounded.start();
    try (LogCapture log = new LogCapture()) {
      bounded.add(Definitions.named("a", "nworkers=3"), body);
      assertThat(threads[0]).isEqualTo(3);
      bounded.add(Definitions.named("b", "nworkers=2"), body);
      bounded.add(Definitions.named("c", "nworkers=2"), body);
      assertThat(threads[0]).as("b and c share").isEqualTo(3);
      bounded.add(Definitions.named("d", ""), body);
      assertThat(threads[0]).isEqualTo(4);
      bounded.add(Definitions.named("e", "nworkers=2;executor=dedicated"), body);
      assertThat(threads[0]).as("who asks for threads has them").isEqualTo(6);

      assertThat(log.messages(Level.WARNING))
          .singleElement()
          .asString()
          .startsWith("ESC001103: Timer b with 2 workers shares the event loop, because 3 workers");
    }
  }

  @Test
  void removedTimers_giveTheirThreadsBack() {
    int[] threads = {0};
    TimerRegistry bounded = new TimerRegistry(withThreads((identity, task) -> threads[0]++, 1));
    bounded.start();
    bounded.add(named("a"), body);

    bounded.remove("a");
    bounded.add(named("b"), body);

    assertThat(threads[0]).isEqualTo(2);
  }

  @Test
  void threadsThatAreRefused_removeTheTimerAgain() {
    TimerRegistry refused =
        new TimerRegistry(
            withThreads(
                (identity, task) -> {
                  throw new RejectedExecutionException("no more threads");
                },
                4));
    refused.start();

    assertThatThrownBy(() -> refused.add(named("a"), body))
        .isInstanceOf(RejectedExecutionException.class);

    assertThat(refused.list()).isEmpty();
  }

  private TimerEnvironment withThreads(ThreadStarter threads, int bound) {
    TimerEnvironment manual = TimerEnvironment.manual(clock);
    return new TimerEnvironment(
        manual.clocks(),
        manual.waiters(),
        manual.alarms(),
        threads,
        manual.shared(),
        manual.threadIds(),
        bound);
  }

  @Test
  void boundBelowZero_isRefused() {
    assertThatThrownBy(() -> withThreads((identity, task) -> {}, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dedicatedBound -1 is below 0");
  }
}
