package org.escapement.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.escapement.config.Catalogue;
import org.escapement.metrics.Event;
import org.escapement.metrics.EventRing;
import org.escapement.metrics.Timers;
import org.escapement.parameter.CoreParameters;
import org.escapement.shaping.CallCounters;
import org.escapement.shaping.QueueControl;
import org.escapement.timer.TimerControl;
import org.junit.jupiter.api.Test;

/** What the page is told, as its scripts read it. */
class ViewsTest {

  private final Timers timers = new Timers();
  private final TimersView view = new TimersView(timers.registry, timers.clock);

  @SuppressWarnings("unchecked") // what the views make
  private static List<Map<String, Object>> rows(Object tree) {
    return (List<Map<String, Object>>) tree;
  }

  @Test
  void timer_isShownWithWhatItDidSinceTheLastLook() {
    timers.add("queue", "type=3;interval=100ms;nworkers=2;ntasks=1000;nslices=80");
    var first = view.tree();
    assertThat(figures().subList(4, 9)).containsExactly(0L, 0L, 0L, null, null);
    timers.pass(Duration.ofSeconds(1));

    Map<String, Object> row = rows(view.tree()).get(0);

    assertThat(row)
        .containsEntry("name", "queue")
        .containsEntry("type", "sliced sync")
        .containsEntry("interval", "100ms")
        .containsEntry("start", "S")
        .containsEntry("ntasks", 1000L);
    assertThat(figures().subList(0, 8))
        .containsExactly(22L, 0L, 0L, 0L, 20L, 0L, 0L, List.of(0L, 0L, 0L));
    assertThat(figures()).hasSize(11 + 2);
    assertThat((List<?>) figures().get(12)).hasSize(5).element(2).isEqualTo(11L);
    assertThat(row).as("what changes only when the timer does").isEqualTo(rows(first).get(0));
    assertThat(rows(row.get("workers")))
        .hasSize(2)
        .allSatisfy(
            worker ->
                assertThat(worker).containsEntry("state", "loop").containsEntry("paused", false));
  }

  @SuppressWarnings("unchecked") // what the views make
  private List<Object> figures() {
    return (List<Object>) ((List<?>) view.figures().get("of")).get(0);
  }

  @Test
  void timersPast_isWhatWasBeforeTheLastLook_andEndsWithAPause() {
    TimerControl timer = timers.add("t", "type=1;interval=100ms");
    for (int i = 0; i < 3; i++) {
      var unused = view.tree();
      timers.pass(Duration.ofSeconds(1));
    }
    timer.pause(TimerControl.ALL);
    var unused = view.tree();
    assertThat((List<?>) view.history().get("t")).hasSize(3);

    timers.pass(Duration.ofSeconds(10));
    var again = view.tree();
    assertThat((List<?>) view.history().get("t")).isEmpty();
    assertThat(rows(again)).hasSize(1);
    assertThat(figures().get(7)).isNull();
  }

  @Test
  void queue_isShownWithItsRates() {
    List<CallCounters> counters = new ArrayList<>();
    QueuesView queues =
        new QueuesView(
            () ->
                List.of(
                    new QueueRow(
                        "a",
                        QueueControl.State.PAUSED,
                        50,
                        9,
                        "sip:10.0.0.1",
                        counters.get(counters.size() - 1))));
    counters.add(new CallCounters(10, 5, 5, 0, 0, 0, 0, 0));
    queues.second();
    counters.add(new CallCounters(40, 30, 10, 0, 0, 0, 0, 2_000_000));
    queues.second();

    assertThat(rows(queues.tree()).get(0))
        .containsEntry("state", "paused")
        .containsEntry("waiting", 10L)
        .containsEntry("nowOffered", 30L)
        .containsEntry("nowPassed", 25L)
        .containsEntry("longestWaitMillis", 2L);
    assertThat(queues.history()).isEqualTo(Map.of("a", List.of(List.of(0L, 0L))));
  }

  @Test
  void parameters_tellTheirSource() {
    Section section = ParametersView.of(new CoreParameters(new Catalogue()));

    assertThat(rows(section.tree().get()))
        .filteredOn(row -> row.get("name").equals("debug"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("group", "core")
                    .containsEntry("type", "int")
                    .containsEntry("setBy", "default")
                    .containsEntry("live", true));
  }

  @Test
  void events_areToldOnceTheyChange() {
    EventRing ring = new EventRing(() -> 5);
    Section section = EventsView.of(ring);
    long before = section.changes().getAsLong();
    ring.add(Event.Kind.COMMAND, "ops", "ptimer.pause t");

    assertThat(section.changes().getAsLong()).isNotEqualTo(before);
    assertThat(Json.of(section.tree().get()))
        .isEqualTo(
            "[{\"id\":0,\"millis\":5,\"kind\":\"command\",\"source\":\"ops\","
                + "\"text\":\"ptimer.pause t\",\"times\":1}]");
  }
}
