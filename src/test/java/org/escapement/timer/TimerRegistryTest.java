package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void boundThatMeansNothing_isRefused() {
    assertThatThrownBy(() -> withThreads((identity, task) -> {}, -2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("dedicatedBound -2 is below -1");
  }
}
