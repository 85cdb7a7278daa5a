package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.escapement.clock.ManualClock;
import org.escapement.shaping.Departure.Outcome;
import org.escapement.suspend.Suspension;
import org.escapement.suspend.Suspension.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallQueueTest {

  private final ManualClock clock = new ManualClock(Long.MAX_VALUE - 3);

  private CallQueue queue(int size) {
    return new CallQueue("q", size, clock);
  }

  private static Suspension suspend(CallQueue queue, String callId) {
    return queue.suspend(new FakeInvite(callId).request());
  }

  private static List<String> resumeAll(CallQueue queue) {
    List<String> left = new ArrayList<>();
    Departure noted =
        invite -> {
          left.add(invite.getCallId());
          return Outcome.PASSED;
        };
    for (Outcome outcome = queue.resume(noted); outcome != null; ) {
      outcome = queue.resume(noted);
    }
    return left;
  }

  private static void assertThatAllIsCounted(CallCounters c) {
    assertThat(c.offered())
        .isEqualTo(
            c.passed() + c.waiting() + c.cancelled() + c.refused() + c.timedOut() + c.failed());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void sizeBelowOne_isRefused(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> queue(size))
        .withMessage("size of queue q is " + size + ", must be at least 1");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 64, 1_000})
  void calls_leaveInTheOrderOfArrivalUpToTheSize(int size) {
    CallQueue queue = queue(size);
    List<String> came = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      came.add("c" + i);
      assertThat(suspend(queue, "c" + i)).isNotNull();
    }

    assertThat(suspend(queue, "one too many")).isNull();
    assertThat(queue.waiting()).isEqualTo(size);
    assertThat(queue.counters()).isEqualTo(new CallCounters(size + 1, 0, size, 0, 1, 0, 0, 0));
    assertThat(resumeAll(queue)).isEqualTo(came);
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void callThatLeaves_makesRoomForAnother() {
    CallQueue queue = queue(2);
    suspend(queue, "a");
    suspend(queue, "b");
    queue.resume(invite -> Outcome.PASSED);

    assertThat(suspend(queue, "c")).isNotNull();
    assertThat(suspend(queue, "d")).isNull();
    assertThat(resumeAll(queue)).containsExactly("b", "c");
  }

  @Test
  void cancelledCall_makesRoomAtOnceAndIsSkippedAtItsTurn() {
    CallQueue queue = queue(2);
    suspend(queue, "a");
    Suspension gone = suspend(queue, "b");

    assertThat(gone.end(State.CANCELLED)).isTrue();
    assertThat(gone.end(State.CANCELLED)).isFalse();
    assertThat(gone.end(State.TIMED_OUT)).isFalse();

    assertThat(suspend(queue, "c")).isNotNull();
    assertThat(resumeAll(queue)).containsExactly("a", "c");
    assertThat(queue.counters()).isEqualTo(new CallCounters(3, 2, 0, 1, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 100})
  void husks_neverCountAgainstTheSizeAndAreSweptOut(int size) {
    CallQueue queue = queue(size);
    Suspension stays = size > 1 ? suspend(queue, "stays") : null;
    for (int i = 0; i < 50 * size; i++) {
      Suspension call = suspend(queue, "c" + i);
      assertThat(call).as("call %d", i).isNotNull();
      assertThat(call.end(i % 2 == 0 ? State.CANCELLED : State.TIMED_OUT)).isTrue();
    }

    assertThat(queue.held()).isLessThanOrEqualTo(4 * Math.max(size, 2));
    assertThat(resumeAll(queue)).hasSize(stays == null ? 0 : 1);
    assertThat(queue.held()).isZero();
  }

  @Test
  void longestWait_isThatOfAnyCallWhateverItsEnd() {
    CallQueue queue = queue(10);
    suspend(queue, "a");
    clock.advanceNanos(5);
    Suspension b = suspend(queue, "b");
    clock.advanceNanos(20);
    b.end(State.CANCELLED);
    assertThat(queue.counters().longestWaitNanos()).isEqualTo(20);

    queue.resume(invite -> Outcome.PASSED);
    assertThat(queue.counters().longestWaitNanos()).isEqualTo(25);
  }

  @Test
  void flush_refusesAllThatWaitInOrder() {
    CallQueue queue = queue(10);
    suspend(queue, "a");
    Suspension b = suspend(queue, "b");
    suspend(queue, "c");
    b.end(State.CANCELLED);
    List<String> answered = new ArrayList<>();

    int count = queue.flush(invite -> answered.add(invite.getCallId()));

    assertThat(count).isEqualTo(2);
    assertThat(answered).containsExactly("a", "c");
    assertThat(queue.counters()).isEqualTo(new CallCounters(3, 0, 0, 1, 2, 0, 0, 0));
  }

  @Test
  void refusedAtOnce_isOfferedAndRefused() {
    CallQueue queue = queue(1);
    queue.refuseAtOnce();

    assertThat(queue.counters()).isEqualTo(new CallCounters(1, 0, 0, 0, 1, 0, 0, 0));
  }

  @ParameterizedTest
  @EnumSource
  void leavingCall_countsAsWaitingUntilItsOutcomeIsKnown(Outcome outcome) {
    CallQueue queue = queue(1);
    Suspension call = suspend(queue, "a");

    Outcome told =
        queue.resume(
            invite -> {
              assertThat(call.state()).isEqualTo(State.RESUMED);
              assertThat(queue.counters().waiting()).isEqualTo(1);
              assertThat(queue.waiting()).isZero();
              assertThat(call.end(State.CANCELLED)).isFalse();
              assertThat(call.end(State.TIMED_OUT)).isFalse();
              return outcome;
            });

    assertThat(told).isEqualTo(outcome);
    assertThat(queue.counters().waiting()).isZero();
    assertThatAllIsCounted(queue.counters());
  }

  @Test
  void departureThatThrows_countsAsFailed_andTheNextCanLeave() {
    CallQueue queue = queue(2);
    suspend(queue, "a");
    suspend(queue, "b");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                queue.resume(
                    invite -> {
                      throw new IllegalStateException("on purpose");
                    }));

    assertThat(queue.counters().failed()).isEqualTo(1);
    assertThat(resumeAll(queue)).containsExactly("b");
    assertThatAllIsCounted(queue.counters());
  }

  @Test
  void emptyQueue_letsNothingLeave() {
    CallQueue queue = queue(1);
    assertThat(queue.resume(invite -> Outcome.PASSED)).isNull();
    assertThat(queue.counters().passed()).isZero();
  }

  @Test
  void timeout_isClearedByTheEndOfTheWaitEvenWhenThatComesFirst() {
    CallQueue queue = queue(2);
    List<String> rung = new ArrayList<>();
    Suspension early = suspend(queue, "early");
    early.end(State.CANCELLED);
    early.limit(clock, 10, Runnable::run, () -> rung.add("early"));
    Suspension late = suspend(queue, "late");
    late.limit(clock, 10, Runnable::run, () -> rung.add("late"));
    late.end(State.CANCELLED);

    clock.advanceNanos(20_000_000);

    assertThat(rung).isEmpty();
    assertThat(queue.counters().timedOut()).isZero();
  }

  @Test
  void callThatWaitsTooLong_isTakenOutAndAnswered_alsoWhenThereIsNoThreadToSpare() {
    CallQueue queue = queue(2);
    List<String> answered = new ArrayList<>();
    suspend(queue, "a").limit(clock, 10, Runnable::run, () -> answered.add("a"));
    suspend(queue, "b")
        .limit(
            clock,
            10,
            task -> {
              throw new RejectedExecutionException("the server ends");
            },
            () -> answered.add("b"));

    clock.advanceNanos(20_000_000);

    assertThat(answered).containsExactlyInAnyOrder("a", "b");
    assertThat(queue.counters().timedOut()).isEqualTo(2);
    assertThat(resumeAll(queue)).isEmpty();
  }
}
