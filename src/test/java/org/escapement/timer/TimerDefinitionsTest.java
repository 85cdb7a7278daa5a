package org.escapement.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.escapement.clock.ClockId;
import org.escapement.text.Position;
import org.escapement.text.Problem;
import org.escapement.text.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimerDefinitionsTest {

  private final Problems problems = new Problems();
  private final TimerDefinitions definitions = new TimerDefinitions(problems);
  private int line;

  /** Each parameter stands in a line of its own; its value begins in column 30. */
  private void string(String parameter, String value) {
    definitions.set(parameter, value, new Position("a.cfg", ++line, 30));
  }

  private void number(String parameter, long value) {
    definitions.set(parameter, value, new Position("a.cfg", ++line, 30));
  }

  private List<String> problems() {
    return problems.list().stream().map(Problem::toString).toList();
  }

  @Test
  void everyAttribute_isRead() {
    string(
        "timer",
        "name=queue;type=3;interval=100ms;nworkers=8;ntasks=1000;nslices=80;accuracy=20us;"
            + "missed=skip;clock=boottime;executor=shared;autostart=no;");
    string("start", "timer=queue;route=S");
    string("loop", "timer=queue;route=L;");
    string("end", " timer = queue ; route = E ");

    assertThat(definitions.build())
        .containsExactly(
            new TimerDefinition(
                "queue",
                TimerType.SLICED_SYNC,
                Interval.parse("100ms"),
                8,
                1000,
                80,
                Interval.parse("20us"),
                MissedPolicy.SKIP,
                ClockId.BOOTTIME,
                ExecutorKind.SHARED,
                false,
                "S",
                "L",
                "E",
                new Position("a.cfg", 1, 30)));
    assertThat(problems()).isEmpty();
  }

  @Test
  void whatIsNotGiven_hasItsDefault() {
    string("timer", "name=t");
    string("loop", "timer=t;route=L");

    assertThat(definitions.build())
        .containsExactly(
            new TimerDefinition(
                "t",
                TimerType.BASIC,
                Interval.parse("1s"),
                1,
                0,
                1,
                Interval.parse("50us"),
                MissedPolicy.REBASE,
                ClockId.MONOTONIC,
                ExecutorKind.AUTO,
                true,
                null,
                "L",
                null,
                new Position("a.cfg", 1, 30)));
    assertThat(problems()).isEmpty();
  }

  @Test
  void defaults_applyToTheTimersAfterThem() {
    string("timer", "name=before");
    number("default_type", 1);
    string("default_interval", "10ms");
    number("default_nworkers", 4);
    string("timer", "name=after");
    string("timer", "name=own;type=2;interval=5;nworkers=2");
    for (String name : List.of("own", "before", "after")) {
      string("loop", "timer=" + name + ";route=L");
    }

    List<TimerDefinition> built = definitions.build();

    assertThat(problems()).isEmpty();
    assertThat(built)
        .extracting(t -> t.name() + ' ' + t.type().code() + ' ' + t.interval() + ' ' + t.nworkers())
        .containsExactly("before 0 1s 1", "after 1 10ms 4", "own 2 5 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          timer=name=t;type=4                | 42 | type 4 is not within 0 to 3; use 0 (basic), 1 (sync), 2 (slice) or 3 (sliced sync)
          timer=name=t;type=sync             | 42 | type 'sync' is no number; use 0 (basic), 1 (sync), 2 (slice) or 3 (sliced sync)
          timer=name=t;type=-1               | 42 | type -1 is not within 0 to 3; use 0 (basic), 1 (sync), 2 (slice) or 3 (sliced sync)
          timer=name=t;interval=10m          | 46 | interval: interval '10m' is not digits followed by s, ms or us; write it as 1s, 100ms or 50us, with a number from 1 to 4294967295
          timer=name=t;interval=0ms          | 46 | interval: interval '0ms' is not within 1 to 4294967295; write it as 1s, 100ms or 50us, with a number from 1 to 4294967295
          timer=name=t;interval=             | 46 | interval: interval '' is not digits followed by s, ms or us; write it as 1s, 100ms or 50us, with a number from 1 to 4294967295
          timer=name=t;accuracy=1h           | 46 | accuracy: interval '1h' is not digits followed by s, ms or us; write it as 1s, 100ms or 50us, with a number from 1 to 4294967295
          timer=name=t;nworkers=0            | 46 | nworkers 0 is not within 1 to 1024; give at least one worker and at most 1024, since all of them run in this one JVM
          timer=name=t;nworkers=1025         | 46 | nworkers 1025 is not within 1 to 1024; give at least one worker and at most 1024, since all of them run in this one JVM
          timer=name=t;nworkers=two          | 46 | nworkers 'two' is no number; give at least one worker and at most 1024, since all of them run in this one JVM
          timer=name=t;ntasks=-5             | 44 | ntasks -5 is not within 0 to 4294967295; give a whole number from 0 to 4294967295
          timer=name=t;ntasks=4294967296     | 44 | ntasks 4294967296 is not within 0 to 4294967295; give a whole number from 0 to 4294967295
          timer=name=t;ntasks=99999999999999999999 | 44 | ntasks 99999999999999999999 is not within 0 to 4294967295; give a whole number from 0 to 4294967295
          timer=name=t;ntasks=               | 44 | ntasks '' is no number; give a whole number from 0 to 4294967295
          timer=name=t;ntasks=1e3            | 44 | ntasks '1e3' is no number; give a whole number from 0 to 4294967295
          timer=name=t;nslices=0             | 45 | nslices 0 is not within 1 to 4294967295; give a whole number from 1 to 4294967295
          timer=name=t;nslices=4294967296    | 45 | nslices 4294967296 is not within 1 to 4294967295; give a whole number from 1 to 4294967295
          timer=name=t;missed=skp            | 44 | missed cannot be 'skp'; did you mean skip?
          timer=name=t;missed=SKIP           | 44 | missed cannot be 'SKIP'; did you mean skip?
          timer=name=t;clock=realtime_alarm  | 43 | clock cannot be 'realtime_alarm'; the known ones are boottime, monotonic, realtime
          timer=name=t;executor=thread       | 46 | executor cannot be 'thread'; the known ones are dedicated, shared
          timer=name=t;executor=auto         | 46 | executor cannot be 'auto'; the known ones are dedicated, shared
          timer=name=t;autostart=true        | 47 | autostart cannot be 'true'; the known ones are no, yes
          timer=name=t;intervall=1s          | 37 | unknown attribute 'intervall'; did you mean interval?
          timer=name=t;start=S               | 37 | unknown attribute 'start'; the known ones are accuracy, autostart, clock, executor, interval, missed, name, nslices, ntasks, nworkers, type
          timer=name=t;interval              | 37 | 'interval' is no attribute; write name=value, separated by semicolons
          timer=name=t;;type=1               | 37 | '' is no attribute; write name=value, separated by semicolons
          timer=name=t;ntasks=1;ntasks=2     | 46 | attribute 'ntasks' is given twice; keep one of them
          timer=interval=1s                  | 30 | a timer has no name; give it one: name=NAME
          timer=interval=1s;name=            | 47 | a timer has no name; give it one: name=NAME
          timer=                             | 30 | a timer has no name; give it one: name=NAME
          timer=name=known                   | 35 | there are two timers named 'known'; rename one of them; the first is at a.cfg:1:30
          loop=timer=knwn;route=L            | 36 | there is no timer 'knwn' above; define a timer before its routes; did you mean known?
          loop=timer=known;route=M           | 48 | timer 'known' has a second loop route 'M'; keep one; the first is 'L' at a.cfg:2:48
          start=timer=known;route=           | 48 | timer 'known' has a start route without name; name it
          end=timer=known                    | 30 | attribute 'route' is missing; write timer=NAME;route=NAME
          end=route=E                        | 30 | attribute 'timer' is missing; write timer=NAME;route=NAME
          end=timer=known;rout=E             | 42 | unknown attribute 'rout'; did you mean route?
          default_interval=1min              | 30 | default_interval: interval '1min' is not digits followed by s, ms or us; write it as 1s, 100ms or 50us, with a number from 1 to 4294967295
          default_type=1                     | 30 | parameter default_type cannot be a string; write a number, without quotes
          default_typ=1                      | 30 | unknown parameter 'default_typ'; did you mean default_type?
          """)
  void mistake_isReportedAtItsPosition(String parameter, int column, String problem) {
    string("timer", "name=known");
    string("loop", "timer=known;route=L");
    int equals = parameter.indexOf('=');

    string(parameter.substring(0, equals), parameter.substring(equals + 1));

    assertThat(problems()).first().isEqualTo("a.cfg:3:" + column + ": " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          default_type     | 4    | default_type 4 is not within 0 to 3; use 0 (basic), 1 (sync), 2 (slice) or 3 (sliced sync)
          default_type     | -1   | default_type -1 is not within 0 to 3; use 0 (basic), 1 (sync), 2 (slice) or 3 (sliced sync)
          default_nworkers | 0    | default_nworkers 0 is not within 1 to 1024; give at least one worker and at most 1024, since all of them run in this one JVM
          default_nworkers | 5000 | default_nworkers 5000 is not within 1 to 1024; give at least one worker and at most 1024, since all of them run in this one JVM
          default_interval | 1    | parameter default_interval cannot be a number; write it in quotes
          timr             | 1    | unknown parameter 'timr'; did you mean timer?
          """)
  void mistakenNumber_isReported(String parameter, long value, String problem) {
    number(parameter, value);

    assertThat(problems()).containsExactly("a.cfg:1:30: " + problem);
  }

  @Test
  void timerWithoutLoopRoute_isReportedAndLeftOut() {
    string("timer", "name=idle");
    string("timer", "name=busy");
    string("start", "timer=idle;route=S");
    string("loop", "timer=busy;route=L");

    assertThat(definitions.build()).extracting(TimerDefinition::name).containsExactly("busy");
    assertThat(problems())
        .containsExactly(
            "a.cfg:1:30: timer 'idle' has no loop route; give it one: modparam(\"ptimer\", \"loop\","
                + " \"timer=idle;route=NAME\")");
  }

  @Test
  void allMistakes_areCollected() {
    string("timer", "type=9;interval=10m;nworkers=0;ntasks=x;nslices=0;foo=1");

    assertThat(problems()).hasSize(7);
  }

  @Test
  void mistakenTimer_isKnownToItsRoutes() {
    string("timer", "name=t;type=9");
    string("loop", "timer=t;route=L");
    definitions.build();

    assertThat(problems()).hasSize(1);
  }

  @Test
  void checkRoutes_reportsEachUnknownRouteWhereItIsNamed() {
    string("timer", "name=t");
    string("start", "timer=t;route=QUEUE_STRT");
    string("loop", "route=QUEUE_LOOP;timer=t");
    string("end", "timer=t;route=GONE");
    Problems found = new Problems();

    definitions.checkRoutes(Set.of("QUEUE_START", "QUEUE_LOOP"), found);

    assertThat(found.list())
        .extracting(Problem::toString)
        .containsExactly(
            "a.cfg:2:44: timer 't' names the route 'QUEUE_STRT', which does not exist; did you mean"
                + " QUEUE_START?",
            "a.cfg:4:44: timer 't' names the route 'GONE', which does not exist; the known ones are"
                + " QUEUE_LOOP, QUEUE_START");
  }

  @Test
  void draft_isCheckedLikeText() {
    Position annotation = Position.of("org.example.Queueing.loop");

    definitions
        .draft("t", annotation)
        .type(TimerType.SYNC)
        .interval("10m", annotation)
        .nworkers(0, annotation)
        .ntasks(-1, annotation)
        .nslices(0, annotation)
        .accuracy("0us", annotation)
        .missed(MissedPolicy.BURST)
        .clock(ClockId.BOOTTIME_ALARM, annotation)
        .executor(ExecutorKind.AUTO)
        .autostart(false)
        .loop("L", annotation);

    assertThat(problems())
        .hasSize(6)
        .allMatch(text -> text.startsWith("org.example.Queueing.loop: "));
    assertThat(definitions.build()).hasSize(1);
  }

  @Test
  void draftOfATakenName_isReported() {
    string("timer", "name=t");

    definitions.draft("t", Position.of("org.example.Queueing.loop")).loop("L", Position.of("x"));

    assertThat(problems())
        .containsExactly(
            "org.example.Queueing.loop: there are two timers named 't'; rename one of them; the"
                + " first is at a.cfg:1:30");
  }

  @Test
  void define_readsATimerWithItsRoutesFromOneText() {
    definitions.define("name=t;interval=5ms;start=S;loop=L;end=E", Position.of("ptimer.add"));

    assertThat(problems()).isEmpty();
    assertThat(definitions.build())
        .extracting(TimerDefinition::start, TimerDefinition::loop, TimerDefinition::end)
        .containsExactly(tuple("S", "L", "E"));
  }

  @Test
  void parameters_areTheSevenOfTheModule() {
    assertThat(TimerDefinitions.parameters())
        .containsExactly(
            "default_interval",
            "default_nworkers",
            "default_type",
            "end",
            "loop",
            "start",
            "timer");
  }
}
