package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.suspend.Suspension;
import org.escapement.suspend.Suspension.State;
import org.escapement.timer.TimerControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** At a rate of 100, a turn comes every 10.07 ms. */
class ShapedQueueTest {

  private final ShaperFixture shaper = new ShaperFixture(0);

  private FakeInvite suspend(ShapedQueue queue, String name) {
    FakeInvite invite = shaper.invite(name);
    queue.suspend(invite.request());
    return invite;
  }

  private boolean resting() {
    return shaper.timer().status().workers().get(0).resting();
  }

  private long ticks() {
    return shaper.timer().status().workers().get(0).ticks();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE - 15_000_000})
  void calls_leaveInOrderOneATurn(long origin) {
    ShaperFixture hostile = new ShaperFixture(origin);
    ShapedQueue queue = hostile.start("rate=100");
    for (String name : new String[] {"a", "b", "c", "d"}) {
      queue.suspend(hostile.invite(name).request());
    }

    hostile.advanceMillis(100);

    assertThat(hostile.takeDepartures()).isEqualTo("a@0.0 b@10.07 c@20.14 d@30.21");
    assertThat(queue.queue().counters().passed()).isEqualTo(4);
    assertThat(queue.queue().counters().longestWaitNanos()).isEqualTo(30_210_000);
  }

  @Test
  void burst_leavesTogetherAfterIdleTime() {
    ShapedQueue queue = shaper.start("rate=100;burst=3");
    for (String name : new String[] {"a", "b", "c", "d", "e"}) {
      suspend(queue, name);
    }

    shaper.advanceMillis(100);

    assertThat(shaper.takeDepartures()).isEqualTo("a@0.0 b@0.0 c@0.0 d@10.07 e@20.14");
  }

  @Test
  void idleQueue_restsAndSpendsNoTicks() {
    shaper.start("rate=100");
    long before = ticks();

    shaper.advanceMillis(60_000);

    assertThat(resting()).isTrue();
    assertThat(ticks()).isEqualTo(before);
  }

  @Test
  void callToAnIdleQueue_leavesAtOnce() {
    ShapedQueue queue = shaper.start("rate=100");
    shaper.advanceMillis(1234.567891);

    suspend(queue, "a");
    shaper.advanceMillis(0);

    assertThat(shaper.takeDepartures()).isEqualTo("a@1234.567891");
  }

  @Test
  void callWithinASpacingOfTheLast_waitsForTheNextTurnThenTheQueueRestsAgain() {
    ShapedQueue queue = shaper.start("rate=100");
    suspend(queue, "a");
    shaper.advanceMillis(4);
    suspend(queue, "b");
    shaper.advanceMillis(50);

    assertThat(shaper.takeDepartures()).isEqualTo("a@0.0 b@10.07");
    assertThat(resting()).isTrue();
  }

  @Test
  void operatorsPause_outlastsArrivals() {
    ShapedQueue queue = shaper.start("rate=100");
    shaper.timer().pause(TimerControl.ALL);
    suspend(queue, "a");
    suspend(queue, "b");
    shaper.advanceMillis(1_000);
    assertThat(shaper.takeDepartures()).isEmpty();

    shaper.timer().resume(TimerControl.ALL);
    shaper.advanceMillis(50);

    assertThat(shaper.takeDepartures()).isEqualTo("a@1000.0 b@1010.07");
  }

  @Test
  void waitedTooLong_isAnsweredWith480AndItsReasonWhileTheTimerIsPaused() {
    ShapedQueue queue = shaper.start("rate=100;max_wait=2500ms");
    shaper.timer().pause(TimerControl.ALL);
    FakeInvite invite = suspend(queue, "a");

    shaper.advanceMillis(2_499);
    assertThat(invite.answers).isEmpty();
    shaper.advanceMillis(1);

    assertThat(invite.answers)
        .containsExactly("480 Reason: SIP;cause=480;text=\"waited 2500 ms for a turn in queue q\"");
    assertThat(queue.queue().counters())
        .isEqualTo(new CallCounters(1, 0, 0, 0, 0, 1, 0, 2_500_000_000L));
    shaper.timer().resume(TimerControl.ALL);
    shaper.advanceMillis(50);
    assertThat(shaper.takeDepartures()).isEmpty();
  }

  @Test
  void waitedTooLong_isAnsweredByTheExecutor() {
    Deque<Runnable> tasks = new ArrayDeque<>();
    shaper.executor = tasks::add;
    ShapedQueue queue = shaper.start("rate=100;max_wait=1s");
    shaper.timer().pause(TimerControl.ALL);
    FakeInvite invite = suspend(queue, "a");

    shaper.advanceMillis(1_000);

    assertThat(invite.answers).isEmpty();
    tasks.remove().run();
    assertThat(invite.answers).hasSize(1);
  }

  @Test
  void waitedTooLong_isAnsweredEvenWhenTheExecutorRefuses() {
    shaper.executor =
        task -> {
          throw new RejectedExecutionException("full");
        };
    ShapedQueue queue = shaper.start("rate=100;max_wait=1s");
    shaper.timer().pause(TimerControl.ALL);
    FakeInvite invite = suspend(queue, "a");

    shaper.advanceMillis(1_000);

    assertThat(invite.answers).hasSize(1);
  }

  @Test
  void callThatLeft_isNotTimedOut() {
    ShapedQueue queue = shaper.start("rate=100;max_wait=1s");
    FakeInvite invite = suspend(queue, "a");

    shaper.advanceMillis(5_000);

    assertThat(invite.answers).isEmpty();
    assertThat(queue.queue().counters().timedOut()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 5, 6", // 5 × 1.007 s
    "1, 1, 2", // 1.007 s
    "100, 99, 1", // 0.997 s
    "100, 100, 2", // 1.007 s
    "10000, 3, 1"
  })
  void fullQueue_refusesWith503AndTheTimeThatItNeedsToDrain(int rate, int size, int seconds) {
    ShapedQueue queue = shaper.start("rate=" + rate + ";size=" + size);
    shaper.timer().pause(TimerControl.ALL);
    for (int i = 0; i < size; i++) {
      assertThat(suspend(queue, "c" + i).answers).isEmpty();
    }

    FakeInvite refused = suspend(queue, "one too many");

    assertThat(refused.answers).containsExactly("503 Retry-After: " + seconds);
    assertThat(queue.queue().counters().refused()).isEqualTo(1);
  }

  @Test
  void cancelledCall_givesItsTurnToTheNext() {
    ShapedQueue queue = shaper.start("rate=100");
    shaper.timer().pause(TimerControl.ALL);
    suspend(queue, "a");
    Suspension b = queue.suspend(shaper.invite("b").request());
    suspend(queue, "c");
    b.end(State.CANCELLED);

    shaper.timer().resume(TimerControl.ALL);
    shaper.advanceMillis(50);

    assertThat(shaper.takeDepartures()).isEqualTo("a@0.0 c@10.07");
    assertThat(queue.queue().counters())
        .isEqualTo(new CallCounters(3, 2, 0, 1, 0, 0, 0, 10_070_000));
  }

  @Test
  void target_isTheNextHopWithTheUserOfTheCall() {
    ShapedQueue queue = shaper.start("rate=100");
    FakeInvite invite = shaper.invite("a");
    invite.onProxyTo = target -> shaper.departures.add(target.toString());

    SipServletRequest request = invite.request();
    queue.suspend(request);
    shaper.advanceMillis(0);

    assertThat(shaper.takeDepartures()).isEqualTo("sip:bob@127.0.0.1:5090");
    assertThat(invite.requestUri).hasToString("sip:bob@example.com");
  }
}
