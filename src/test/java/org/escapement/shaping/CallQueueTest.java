package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.escapement.clock.ManualClock;
import org.escapement.shaping.QueuedCall.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallQueueTest {

  private final ManualClock clock = new ManualClock(Long.MAX_VALUE - 3);

  private CallQueue queue(int size) {
    return new CallQueue("q", size, clock);
  }

  private static QueuedCall suspend(CallQueue queue, String callId) {
    return queue.suspend(new FakeInvite(callId).request());
  }

  private static List<String> resumeAll(CallQueue queue) {
    List<String> left = new ArrayList<>();
    for (QueuedCall call = queue.resume(); call != null; call = queue.resume()) {
      left.add(call.request().getCallId());
      queue.passed(call);
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
  void callOfAnotherQueue_isNotTakenBack() {
    CallQueue queue = queue(1);
    CallQueue other = new CallQueue("other", 1, clock);
    suspend(other, "a");
    QueuedCall call = other.resume();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> queue.passed(call))
        .withMessage("call a is of queue other, not of q");
    assertThat(queue.counters().passed()).isZero();
    other.passed(call);
    assertThat(other.counters().passed()).isEqualTo(1);
  }

  @Test
  void callThatLeaves_makesRoomForAnother() {
    CallQueue queue = queue(2);
    suspend(queue, "a");
    suspend(queue, "b");
    queue.passed(queue.resume());

    assertThat(suspend(queue, "c")).isNotNull();
    assertThat(suspend(queue, "d")).isNull();
    assertThat(resumeAll(queue)).containsExactly("b", "c");
  }

  @Test
  void cancelledCall_makesRoomAtOnceAndIsSkippedAtItsTurn() {
    CallQueue queue = queue(2);
    suspend(queue, "a");
    QueuedCall gone = suspend(queue, "b");

    assertThat(queue.cancel(gone)).isTrue();
    assertThat(queue.cancel(gone)).isFalse();
    assertThat(queue.timeOut(gone)).isFalse();

    assertThat(suspend(queue, "c")).isNotNull();
    assertThat(resumeAll(queue)).containsExactly("a", "c");
    assertThat(queue.counters()).isEqualTo(new CallCounters(3, 2, 0, 1, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 100})
  void husks_neverCountAgainstTheSizeAndAreSweptOut(int size) {
    CallQueue queue = queue(size);
    QueuedCall stays = size > 1 ? suspend(queue, "stays") : null;
    for (int i = 0; i < 50 * size; i++) {
      QueuedCall call = suspend(queue, "c" + i);
      assertThat(call).as("call %d", i).isNotNull();
      assertThat(i % 2 == 0 ? queue.cancel(call) : queue.timeOut(call)).isTrue();
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
    QueuedCall b = suspend(queue, "b");
    clock.advanceNanos(20);
    queue.cancel(b);
    assertThat(queue.counters().longestWaitNanos()).isEqualTo(20);

    queue.passed(queue.resume());
    assertThat(queue.counters().longestWaitNanos()).isEqualTo(25);
  }

  @Test
  void flush_refusesAllThatWaitInOrder() {
    CallQueue queue = queue(10);
    suspend(queue, "a");
    QueuedCall b = suspend(queue, "b");
    suspend(queue, "c");
    queue.cancel(b);
    List<String> answered = new ArrayList<>();

    int count = queue.flush(call -> answered.add(call.request() + " " + call.state()));

    assertThat(count).isEqualTo(2);
    assertThat(answered).containsExactly("a REFUSED", "c REFUSED");
    assertThat(queue.counters()).isEqualTo(new CallCounters(3, 0, 0, 1, 2, 0, 0, 0));
  }

  @Test
  void refusedAtOnce_isOfferedAndRefused() {
    CallQueue queue = queue(1);
    queue.refuseAtOnce();

    assertThat(queue.counters()).isEqualTo(new CallCounters(1, 0, 0, 0, 1, 0, 0, 0));
  }

  /** What may be said of a call that is leaving. */
  enum End {
    PASSED,
    FAILED,
    CANCELLED;

    void say(CallQueue queue, QueuedCall call) {
      switch (this) {
        case PASSED -> queue.passed(call);
        case FAILED -> queue.failed(call);
        case CANCELLED -> queue.vanished(call);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void leavingCall_countsAsWaitingUntilItsEndIsSaidOnce(End end) {
    CallQueue queue = queue(1);
    suspend(queue, "a");
    QueuedCall call = queue.resume();

    assertThat(call.state()).isEqualTo(State.LEAVING);
    assertThat(queue.counters().waiting()).isEqualTo(1);
    assertThat(queue.waiting()).isZero();
    assertThat(queue.cancel(call)).isFalse();
    assertThat(queue.timeOut(call)).isFalse();

    end.say(queue, call);

    assertThat(call.state()).hasToString(end.name());
    assertThat(queue.counters().waiting()).isZero();
    assertThatAllIsCounted(queue.counters());
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> queue.passed(call))
        .withMessage("a call that is " + end + " cannot become PASSED");
    assertThatAllIsCounted(queue.counters());
  }

  @ParameterizedTest
  @EnumSource
  void waitingCall_cannotEndWithoutLeaving(End end) {
    CallQueue queue = queue(1);
    QueuedCall call = suspend(queue, "a");

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> end.say(queue, call))
        .withMessage("a call that is WAITING cannot become " + end);
    assertThat(queue.counters().waiting()).isEqualTo(1);
  }

  @Test
  void timeout_isClearedByTheEndOfTheWaitEvenWhenThatComesFirst() {
    CallQueue queue = queue(2);
    List<String> rung = new ArrayList<>();
    QueuedCall early = suspend(queue, "early");
    queue.cancel(early);
    early.timeoutAt(clock.create(1, () -> rung.add("early")), clock.nanos() + 10);
    QueuedCall late = suspend(queue, "late");
    late.timeoutAt(clock.create(1, () -> rung.add("late")), clock.nanos() + 10);
    queue.cancel(late);

    clock.advanceNanos(100);

    assertThat(rung).isEmpty();
  }
}
