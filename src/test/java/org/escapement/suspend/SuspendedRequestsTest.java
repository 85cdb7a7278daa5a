package org.escapement.suspend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.ManualClock;
import org.escapement.routing.Waiting;
import org.escapement.suspend.SuspendedRequests.Continuation;
import org.escapement.suspend.Suspension.State;
import org.escapement.worker.WorkerGroup;
import org.junit.jupiter.api.Test;

class SuspendedRequestsTest {

  private static final int SIZE = 3;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final ManualClock clock = new ManualClock();
  private final Suspensions suspensions = new Suspensions(SIZE, clock);
  private final List<String> ran = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private final FakeRequest fake = new FakeRequest("call-1");
  private final SuspendedRequests requests =
      requests(new WorkerGroup("workers", 10, Runnable::run));

  private SuspendedRequests requests(WorkerGroup workers) {
    return new SuspendedRequests(
        suspensions,
        clock,
        LONGEST,
        workers,
        new SuspendedRequests.Application() {
          @Override
          public Continuation route(String name) {
            return switch (name) {
              case "ROUTE" -> request -> ran.add(name + ' ' + request.getCallId());
              default -> throw new IllegalArgumentException("no route " + name);
            };
          }

          @Override
          public void answer(SipServletRequest request, int status) {
            answers.add(request.getCallId() + ' ' + status);
          }
        });
  }

  @Test
  void resumedRequest_runsTheRouteOnce() {
    Handle handle = requests.suspend(fake.request());
    assertThat(ran).isEmpty();

    assertThat(requests.resume(handle, "ROUTE")).isEqualTo(Resumption.DONE);
    assertThat(requests.resume(handle, "ROUTE")).isEqualTo(Resumption.RESUMED_BEFORE);
    clock.advance(LONGEST.multipliedBy(2));

    assertThat(ran).containsExactly("ROUTE call-1");
    assertThat(answers).isEmpty();
    assertThat(suspensions.waiting()).isZero();
  }

  @Test
  void requestThatWaitsTooLong_isAnsweredWith408_andNotResumed() {
    Handle handle = requests.suspend(fake.request());
    clock.advance(LONGEST.minusMillis(1));
    assertThat(answers).isEmpty();

    clock.advance(Duration.ofMillis(20));

    assertThat(answers).containsExactly("call-1 408");
    assertThat(requests.resume(handle, "ROUTE")).isEqualTo(Resumption.TIMED_OUT);
    assertThat(requests.cancel(handle)).isEqualTo(Resumption.TIMED_OUT);
    assertThat(ran).isEmpty();
    assertThat(suspensions.ended(State.TIMED_OUT)).isEqualTo(1);
  }

  @Test
  void limitOfItsOwn_countsInTheUsualOnesPlace() {
    requests.suspend(fake.request(), Duration.ofSeconds(20));
    clock.advance(LONGEST.plusSeconds(1));
    assertThat(answers).isEmpty();
    clock.advance(LONGEST);
    assertThat(answers).containsExactly("call-1 408");
  }

  @Test
  void cancelledRequest_isNotResumed() {
    Handle handle = requests.suspend(fake.request());

    assertThat(requests.cancelled(fake.request())).isTrue();
    assertThat(requests.cancelled(fake.request())).isFalse();

    assertThat(requests.resume(handle, "ROUTE")).isEqualTo(Resumption.CANCELLED);
    clock.advance(LONGEST.multipliedBy(2));
    assertThat(answers).isEmpty();
  }

  @Test
  void requestThatWaits_isNotSuspendedAgain_butOneThatWentOnIs() {
    SipServletRequest request = fake.request();
    Handle first = requests.suspend(request);

    assertThatIllegalStateException()
        .isThrownBy(() -> requests.suspend(request))
        .withMessage("request call-1 waits already, as 0:1");
    requests.resume(first, "ROUTE");

    assertThat(requests.suspend(request)).isNotEqualTo(first);
  }

  @Test
  void suspendedRequest_isTaken_untilItIsTheCallersAgain() {
    SipServletRequest request = fake.request();
    assertThat(Waiting.has(request)).isFalse();
    Handle handle = requests.suspend(request);
    assertThat(Waiting.has(request)).isTrue();
    requests.cancel(handle);
    assertThat(Waiting.has(request)).isFalse();
  }

  @Test
  void continuationThatThrows_leavesNoCallerWithoutAnAnswer() {
    WorkerGroup workers = new WorkerGroup("workers", 10, Runnable::run);
    Handle handle = requests.suspend(fake.request());

    Resumption done =
        requests.resume(
            handle,
            request -> {
              throw new UnsupportedOperationException("on purpose");
            },
            workers);

    assertThat(done).isEqualTo(Resumption.DONE);
    assertThat(answers).containsExactly("call-1 500");
    assertThat(workers.failed()).isEqualTo(1);
  }

  @Test
  void handleOfAPlaceUsedAgain_isUnknown() {
    Handle first = requests.suspend(fake.request());
    requests.resume(first, "ROUTE");
    Handle second = requests.suspend(new FakeRequest("call-2").request());

    assertThat(second.index()).isEqualTo(first.index());
    assertThat(second.label()).isNotEqualTo(first.label());
    assertThat(requests.resume(first, "ROUTE")).isEqualTo(Resumption.UNKNOWN);
    assertThat(requests.resume(second, "ROUTE")).isEqualTo(Resumption.DONE);
    assertThat(ran).containsExactly("ROUTE call-1", "ROUTE call-2");
  }

  @Test
  void handleThatNeverWas_isUnknown() {
    assertThat(requests.resume(new Handle(0, 1), "ROUTE")).isEqualTo(Resumption.UNKNOWN);
    assertThat(requests.resume(new Handle(-1, 1), "ROUTE")).isEqualTo(Resumption.UNKNOWN);
    assertThat(requests.cancel(new Handle(SIZE, 1))).isEqualTo(Resumption.UNKNOWN);
    assertThat(Resumption.UNKNOWN.code()).isNegative();
    assertThat(Resumption.DONE.code()).isEqualTo(1);
  }

  @Test
  void unknownRoute_isRefused_andTheRequestStillWaits() {
    Handle handle = requests.suspend(fake.request());
    assertThatIllegalArgumentException().isThrownBy(() -> requests.resume(handle, "ROTUE"));
    assertThat(requests.resume(handle, "ROUTE")).isEqualTo(Resumption.DONE);
  }

  @Test
  void moreThanMayWait_areRefusedAndCounted() {
    for (int i = 0; i < SIZE; i++) {
      requests.suspend(new FakeRequest("call-" + i).request());
    }
    assertThatThrownBy(() -> requests.suspend(fake.request()))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("3 wait already");
    assertThat(suspensions.refused()).isEqualTo(1);
    assertThat(suspensions.waiting()).isEqualTo(SIZE);
  }

  @Test
  void fullWorkers_refuse_andTheRequestStillWaits() {
    WorkerGroup full = new WorkerGroup("full", 1);
    full.submit(() -> {});
    SuspendedRequests crowded = requests(full);
    Handle handle = crowded.suspend(fake.request());

    assertThat(crowded.resume(handle, "ROUTE")).isEqualTo(Resumption.REFUSED);
    assertThat(requests.resume(handle, "ROUTE")).isEqualTo(Resumption.DONE);
    assertThat(ran).hasSize(1);
  }

  @Test
  void close_answersAllThatWaitWith503() {
    Handle handle = requests.suspend(fake.request());
    requests.close();
    assertThat(answers).containsExactly("call-1 503");
    assertThat(requests.resume(handle, "ROUTE")).isEqualTo(Resumption.DROPPED);
  }

  @Test
  void handle_readsWhatItWrites() {
    assertThat(Handle.parse(new Handle(7, 3).toString())).isEqualTo(new Handle(7, 3));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Handle.parse("7"))
        .withMessage("'7' is no handle: write INDEX:LABEL");
  }
}
