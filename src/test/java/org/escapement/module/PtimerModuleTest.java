package org.escapement.module;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.escapement.clock.ManualClock;
import org.escapement.command.CommandTable;
import org.escapement.config.Configuration;
import org.escapement.config.ConfigurationReader;
import org.escapement.config.ConfigurationReader.Options;
import org.escapement.config.Knowledge;
import org.escapement.route.Route;
import org.escapement.route.RouteDeclaration;
import org.escapement.route.RouteTable;
import org.escapement.route.RouteTimer;
import org.escapement.route.TimerDeclaration;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerEnvironment;
import org.escapement.timer.TimerRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PtimerModuleTest {

  private final CommandTable commands = new CommandTable();
  private final ManualClock clock = new ManualClock();
  private final TimerRegistry timers = new TimerRegistry(TimerEnvironment.manual(clock));
  private final RouteTable routes = new RouteTable();
  private final Timed timed = new Timed();
  private final Problems problems = new Problems();

  /** Two routes, one with a timer of its own. */
  static class Timed {
    final List<String> calls = new ArrayList<>();

    @Route("FIRST")
    @RouteTimer(name = "annotated")
    void first(TimerContext timer) {
      calls.add("first of " + timer.name());
    }

    @Route("SECOND")
    void second(TimerContext timer) {
      calls.add("second of " + timer.name());
    }
  }

  private final PtimerModule module = new PtimerModule();

  private List<String> configure(String text) {
    routes.declare(RouteDeclaration.of(Timed.class, problems), problems);
    routes.bind(Timed.class, timed);
    Application known = new Application(routes, TimerDeclaration.of(Timed.class));
    return configure(text, Optional.of(known));
  }

  private List<String> configure(String text, Optional<Application> known) {
    Configuration configuration =
        new ConfigurationReader(Options.usual(), new Knowledge(Set.of("ptimer")))
            .read("a.cfg", "loadmodule \"ptimer\"\n" + text);
    module.configure(new Settings(configuration.parametersOf("ptimer"), known, problems));
    return problems.list().stream().map(Problem::toString).toList();
  }

  private void start() {
    module.modInit(
        new ModuleContext(
            commands,
            null,
            timers,
            routes,
            timer -> {
              throw new AssertionError("no route takes a request");
            },
            clock,
            clock,
            Runnable::run,
            List.of(),
            null));
    module.childInit(Rank.PROC_MAIN);
  }

  @Test
  void timersOfAnnotationsAndConfiguration_runTheirRoutes() {
    assertThat(
            configure(
                """
                modparam("ptimer", "default_type", 1)
                modparam("ptimer", "default_nworkers", 2)
                modparam("ptimer", "default_interval", "2s")
                modparam("ptimer", "timer", "name=configured")
                modparam("ptimer", "loop", "timer=configured;route=SECOND")
                """))
        .isEmpty();

    start();
    clock.advance(Duration.ofSeconds(1));

    assertThat(timers.list())
        .extracting(TimerControl::name)
        .containsExactly("annotated", "configured");
    assertThat(timed.calls)
        .containsExactly("second of configured", "second of configured", "first of annotated");
  }

  @Test
  void moduleWithoutParameters_stillRunsTheTimersOfAnnotations() {
    configure("");

    start();

    assertThat(problems.list()).isEmpty();
    assertThat(timers.list()).extracting(TimerControl::name).containsExactly("annotated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "timers", "name=t"   | 3:21: unknown parameter 'timers'; did you mean timer?
          "timer", 5           | 3:29: parameter timer cannot be a number; write it in quotes
          "default_type", "1"  | 3:37: parameter default_type cannot be a string; write a number, without quotes
          "timer", "name=t;typ=1" | 3:37: unknown attribute 'typ'; did you mean type?
          "loop", "timer=other;route=FIRST" | 3:35: there is no timer 'other' above; define a timer before its routes; the known ones are annotated, t
          "start", "timer=t;route=FIRTS" | 3:44: timer 't' names the route 'FIRTS', which does not exist; did you mean FIRST?
          """)
  void mistake_isReportedWhereItStands(String parameter, String problem) {
    assertThat(
            configure(
                "modparam(\"ptimer\", \"timer\", \"name=t\") modparam(\"ptimer\", \"loop\","
                    + " \"timer=t;route=FIRST\")\nmodparam(\"ptimer\", "
                    + parameter
                    + ")\n"))
        .contains("a.cfg:" + problem);
  }

  @Test
  void checkWithoutTheApplication_doesNotAskForRoutes() {
    assertThat(
            configure(
                """
                modparam("ptimer", "timer", "name=t")
                modparam("ptimer", "loop", "timer=t;route=ANYTHING")
                """,
                Optional.empty()))
        .isEmpty();
  }

  @Test
  void nameOfAnAnnotatedTimer_isTakenForTheConfiguration() {
    assertThat(
            configure(
                """
                modparam("ptimer", "timer", "name=annotated")
                """))
        .singleElement()
        .asString()
        .startsWith("a.cfg:2:35: there are two timers named 'annotated'; rename one of them;")
        .endsWith(Timed.class.getName() + ".first");
  }
}
