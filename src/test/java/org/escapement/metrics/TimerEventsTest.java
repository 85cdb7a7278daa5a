package org.escapement.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.escapement.metrics.Event.Kind;
import org.junit.jupiter.api.Test;

class TimerEventsTest {

  private final Timers timers = new Timers();
  private final EventRing ring = new EventRing(() -> 0);
  private final TimerEvents events =
      new TimerEvents(timers.registry, ring, name -> !name.equals("hidden"));

  @Test
  void missedTicks_areOneEventASecondForEachTimer() {
    timers.add(
        "late", "type=1;interval=100ms", context -> timers.clock.advance(Duration.ofMillis(250)));
    timers.add(
        "hidden", "type=1;interval=100ms", context -> timers.clock.advance(Duration.ofMillis(250)));
    events.second();
    timers.pass(Duration.ofMillis(1));
    events.second();
    events.second();

    assertThat(ring.list()).allMatch(event -> event.kind() == Kind.MISSED);
    assertThat(ring.list()).extracting(Event::source).containsOnly("late");
    assertThat(ring.list().stream().map(Event::text).findFirst())
        .hasValueSatisfying(text -> assertThat(text).endsWith("missed"));
    long times = ring.list().stream().mapToLong(Event::times).sum();
    assertThat(times).isBetween(1L, 2L);
  }

  @Test
  void routeThatFails_isAnEventWithItsCause() {
    timers.registry.onFailure(events::failed);
    timers.add(
        "billing",
        "type=1;interval=100ms",
        context -> {
          throw new IllegalStateException("the ledger is closed");
        });

    timers.pass(Duration.ofMillis(200));

    assertThat(ring.list()).hasSize(1);
    Event event = ring.list().get(0);
    assertThat(event.kind()).isEqualTo(Kind.ERROR);
    assertThat(event.source()).isEqualTo("billing");
    assertThat(event.text())
        .isEqualTo("route L, worker 0: java.lang.IllegalStateException: the ledger is closed");
    assertThat(event.times()).isEqualTo(3);
  }
}
