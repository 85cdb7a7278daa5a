package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import javax.servlet.sip.TooManyHopsException;
import org.escapement.shaping.Departure.Outcome;
import org.escapement.suspend.Suspension;
import org.escapement.suspend.Suspension.State;
import org.escapement.timer.TimerControl;
import org.junit.jupiter.api.Test;

/** Calls that cannot be sent on. */
class ShapedQueueFailureTest {

  private final ShaperFixture shaper = new ShaperFixture(0);

  private FakeInvite suspend(ShapedQueue queue, String name) {
    FakeInvite invite = shaper.invite(name);
    queue.suspend(invite.request());
    return invite;
  }

  /** An INVITE that cannot be sent on, between two that can. */
  private void assertThatTheNextTakesTheTurn(FakeInvite broken, Outcome end, String answer) {
    ShapedQueue queue = shaper.start("rate=100");
    suspend(queue, "first");
    Suspension call = queue.suspend(broken.request());
    suspend(queue, "next");

    shaper.advanceMillis(10.07);

    assertThat(shaper.takeDepartures()).isEqualTo("first@0.0 next@10.07");
    assertThat(call.state()).isEqualTo(State.RESUMED);
    assertThat(broken.answers).containsExactly(answer);
    assertThat(queue.queue().counters().waiting()).isZero();
    assertThat(queue.queue().counters().cancelled()).isEqualTo(end == Outcome.CANCELLED ? 1 : 0);
    assertThat(queue.queue().counters().failed()).isEqualTo(end == Outcome.FAILED ? 1 : 0);
  }

  @Test
  void callWhoseCancelOvertookItsTurn_countsAsCancelled() {
    FakeInvite invite = shaper.invite("gone");
    invite.onProxyTo =
        target -> {
          throw new IllegalStateException("terminated");
        };

    assertThatTheNextTakesTheTurn(invite, Outcome.CANCELLED, "500");
  }

  @Test
  void tooManyHops_isAnsweredWith483() {
    FakeInvite invite = shaper.invite("looping");
    invite.onGetProxy = new TooManyHopsException("Max-Forwards is 0");

    assertThatTheNextTakesTheTurn(invite, Outcome.FAILED, "483");
  }

  @Test
  void ioError_isAnsweredWith500() {
    FakeInvite invite = shaper.invite("unlucky");
    invite.onProxyTo =
        target -> {
          throw new IOException("no route to host");
        };

    assertThatTheNextTakesTheTurn(invite, Outcome.FAILED, "500");
  }

  @Test
  void containersFault_isAnsweredWith500() {
    FakeInvite invite = shaper.invite("unlucky");
    invite.onProxyTo =
        target -> {
          throw new UnsupportedOperationException("no such scheme");
        };

    assertThatTheNextTakesTheTurn(invite, Outcome.FAILED, "500");
  }

  @Test
  void callThatCannotBeAnsweredAnyMore_holdsUpNobody() {
    ShapedQueue queue = shaper.start("rate=100");
    shaper.timer().pause(TimerControl.ALL);
    FakeInvite gone = suspend(queue, "gone");
    gone.onAnswer = new IllegalStateException("terminated");
    FakeInvite other = suspend(queue, "other");

    shaper.timer().end(TimerControl.ALL);

    assertThat(gone.answers).isEmpty();
    assertThat(other.answers).containsExactly("503 Retry-After: 10");
    assertThat(queue.queue().counters().refused()).isEqualTo(2);
  }

  @Test
  void errorOfTheContainer_isAnsweredWith500_too() {
    FakeInvite invite = shaper.invite("unlucky");
    invite.onErrorOfProxyTo = new LinkageError("half a library");

    assertThatTheNextTakesTheTurn(invite, Outcome.FAILED, "500");
  }
}
