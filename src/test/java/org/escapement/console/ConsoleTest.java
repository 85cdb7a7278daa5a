package org.escapement.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {

  private int looks;
  private int number;
  private long changes;
  private final Deque<Runnable> laterTasks = new ArrayDeque<>();
  private final Console console =
      new Console(
          List.of(
              Section.of(
                  "timers",
                  () -> {
                    looks++;
                    return number;
                  }),
              new Section("events", () -> changes, () -> "event " + changes)),
          () -> Map.of("past", 1),
          (task, millis) -> laterTasks.add(task));

  private Stream open(FakeOutput output) {
    Stream stream = console.open(output, Map.of("user", "ops"));
    assertThat(stream).isNotNull();
    console.pump(stream);
    return stream;
  }

  @Test
  void newTab_getsItsSessionThePastAndThePresent() {
    FakeOutput tab = new FakeOutput();
    open(tab);

    assertThat(tab.take())
        .isEqualTo(
            """
            event: session
            data: {"user":"ops"}

            event: history
            data: {"past":1}

            event: timers
            data: 0

            event: events
            data: "event 0"

            """);
    assertThat(tab.flushes).isEqualTo(1);
  }

  @Test
  void second_tellsWhatChanged_andNothingElse() {
    FakeOutput tab = new FakeOutput();
    open(tab);
    tab.take();

    console.second();
    assertThat(tab.take()).isEmpty();

    number = 7;
    console.second();
    assertThat(tab.take()).isEqualTo("event: timers\ndata: 7\n\n");

    changes++;
    console.second();
    assertThat(tab.take()).isEqualTo("event: events\ndata: \"event 1\"\n\n");
  }

  @Test
  void fiftyTabs_costOneLookASecond_andNoneWithoutTabs() {
    console.second();
    assertThat(looks).isZero();

    List<Stream> tabs = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tabs.add(open(new FakeOutput()));
    }
    assertThat(looks).isEqualTo(1);
    console.second();
    console.second();
    assertThat(looks).isEqualTo(3);

    tabs.forEach(console::forget);
    console.second();
    assertThat(looks).isEqualTo(3);
    assertThat(console.streams()).isZero();
  }

  @Test
  void manyTabs_areServedOverTheSecond_eachOnce() {
    List<FakeOutput> tabs = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      tabs.add(new FakeOutput());
      open(tabs.get(i));
      tabs.get(i).take();
    }
    number = 7;
    console.second();
    List<Integer> served = new ArrayList<>(List.of(served(tabs)));
    while (!laterTasks.isEmpty()) {
      assertThat(laterTasks).hasSize(1);
      laterTasks.remove().run();
      served.add(served(tabs));
    }

    assertThat(served).hasSizeLessThanOrEqualTo(Console.PARTS).endsWith(2).startsWith(4, 4, 4);
    assertThat(served.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
    assertThat(Console.PARTS * Console.PART_MILLIS).isLessThan(1_000);
  }

  @Test
  void tabsThatWaitStillWhenASecondHasPassed_comeFirst() {
    List<FakeOutput> tabs = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      tabs.add(new FakeOutput());
      open(tabs.get(i));
      tabs.get(i).take();
    }
    number = 7;
    console.second();
    console.second();

    assertThat(laterTasks).hasSize(1);
    assertThat(tabs.subList(0, 4)).allSatisfy(tab -> assertThat(tab.take()).contains("7"));
    assertThat(served(tabs)).isZero();
  }

  /** How many tabs have got something since the last look. */
  private static int served(List<FakeOutput> tabs) {
    return (int) tabs.stream().filter(tab -> !tab.take().isEmpty()).count();
  }

  @Test
  void slowTab_missesStatesInBetween_andGetsTheLast() {
    FakeOutput tab = new FakeOutput();
    Stream stream = open(tab);
    tab.take();
    tab.room = 0;
    for (int i = 1; i <= 5; i++) {
      number = i;
      console.second();
    }
    assertThat(tab.take()).isEmpty();

    tab.room = 10;
    console.pump(stream);

    assertThat(tab.take()).isEqualTo("event: timers\ndata: 5\n\n");
  }

  @Test
  void tabThatTakesNothing_isClosed() {
    FakeOutput tab = new FakeOutput();
    open(tab);
    tab.room = 0;
    for (int i = 0; i <= Console.MOST_SECONDS_BLOCKED; i++) {
      console.second();
    }
    console.second();

    assertThat(tab.closed).isTrue();
    assertThat(console.streams()).isZero();
  }

  @Test
  void tabThatIsGone_isForgotten() {
    FakeOutput tab = new FakeOutput();
    open(tab);
    tab.broken = true;
    number++;
    console.second();
    console.second();

    assertThat(tab.closed).isTrue();
    assertThat(console.streams()).isZero();
  }

  @Test
  void silentStream_isKeptAlive() {
    FakeOutput tab = new FakeOutput();
    open(tab);
    tab.take();
    for (int i = 0; i < Console.KEEP_ALIVE_SECONDS; i++) {
      assertThat(tab.take()).isEmpty();
      console.second();
    }

    assertThat(tab.take()).isEqualTo(":\n\n");
  }

  @Test
  void tooManyTabs_areRefused() {
    for (int i = 0; i < Console.MOST_STREAMS; i++) {
      open(new FakeOutput());
    }

    assertThat(console.open(new FakeOutput(), Map.of())).isNull();
  }

  @Test
  void closedConsole_endsAllStreams_andOpensNone() {
    FakeOutput tab = new FakeOutput();
    open(tab);

    console.close();

    assertThat(tab.closed).isTrue();
    assertThat(console.open(new FakeOutput(), Map.of())).isNull();
  }
}
