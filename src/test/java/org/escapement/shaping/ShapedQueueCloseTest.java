package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.escapement.clock.ManualClock;
import org.escapement.timer.TimerControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues whose timer ends, and begins again. */
class ShapedQueueCloseTest {

  private final ShaperFixture shaper = new ShaperFixture(0);

  private FakeInvite suspend(ShapedQueue queue, String name) {
    FakeInvite invite = shaper.invite(name);
    queue.suspend(invite.request());
    return invite;
  }

  @Test
  void end_refusesThoseThatWaitAndThoseThatComeLater() {
    ShapedQueue queue = shaper.start("rate=100");
    suspend(queue, "a");
    FakeInvite waiting = suspend(queue, "b");
    shaper.advanceMillis(0);

    shaper.timer().end(TimerControl.ALL);
    FakeInvite later = suspend(queue, "c");
    shaper.advanceMillis(60_000);

    assertThat(shaper.takeDepartures()).isEqualTo("a@0.0");
    assertThat(waiting.answers).containsExactly("503 Retry-After: 10");
    assertThat(later.answers).containsExactly("503 Retry-After: 10");
    assertThat(queue.queue().counters()).isEqualTo(new CallCounters(3, 1, 0, 0, 2, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void startOrContinue_opensAnEndedQueueAgain(boolean byStart) {
    ShapedQueue queue = shaper.start("rate=100");
    shaper.timer().end(TimerControl.ALL);

    if (byStart) {
      shaper.timer().start(TimerControl.ALL);
    } else {
      shaper.timer().resume(TimerControl.ALL);
    }
    FakeInvite invite = suspend(queue, "a");
    shaper.advanceMillis(0);

    assertThat(invite.answers).isEmpty();
    assertThat(shaper.takeDepartures()).isEqualTo("a@0.0");
  }

  @Test
  void reopenedQueue_keepsTheLimit() {
    ShapedQueue queue = shaper.start("rate=100");
    suspend(queue, "a");
    shaper.advanceMillis(3);
    shaper.timer().end(TimerControl.ALL);
    shaper.timer().start(TimerControl.ALL);

    suspend(queue, "b");
    shaper.advanceMillis(30);

    String[] departures = shaper.takeDepartures().split("@", -1);
    assertThat(departures).hasSize(3);
    assertThat(Double.parseDouble(departures[2])).isBetween(10.07, 10.07 + 10.07);
  }

  @Test
  void stop_answersThoseThatWait() {
    ShapedQueue queue = shaper.start("rate=100");
    suspend(queue, "a");
    FakeInvite waiting = suspend(queue, "b");
    shaper.advanceMillis(0);

    shaper.timers.stop(Duration.ofSeconds(1));

    assertThat(waiting.answers).containsExactly("503 Retry-After: 10");
  }

  @Test
  void moduleThatEndsBeforeItsTimersBegan_answersThoseThatWait() {
    assertThat(shaper.configure("name=q;rate=100;next_hop=sip:127.0.0.1")).isEmpty();
    shaper.initialise();
    ShapedQueue queue = shaper.module.shaper().queues().get(0);
    FakeInvite waiting = suspend(queue, "a");

    shaper.timers.stop(Duration.ofSeconds(1));
    shaper.module.destroy();

    assertThat(waiting.answers).containsExactly("503 Retry-After: 10");
    assertThat(suspend(queue, "b").answers).containsExactly("503 Retry-After: 10");
  }

  @Test
  void callThatComesWhileTheQueueCloses_isAnswered() {
    ManualClock clock = new ManualClock();
    AtomicInteger asked = new AtomicInteger();
    ShapedQueue[] queue = new ShapedQueue[1];
    queue[0] =
        new ShapedQueue(
            Definitions.queue("name=q;rate=1;next_hop=sip:h"),
            () -> {
              // asked first when the queue was found open and the call is not in it yet
              if (asked.getAndIncrement() == 0) {
                assertThat(queue[0].shut()).isZero();
              }
              return clock.nanos();
            },
            clock,
            Runnable::run,
            shaper.routing);
    FakeInvite invite = new FakeInvite("a");

    queue[0].suspend(invite.request());

    assertThat(invite.answers).containsExactly("503 Retry-After: 10");
    assertThat(queue[0].queue().counters()).isEqualTo(new CallCounters(1, 0, 0, 0, 1, 0, 0, 0));
  }
}
