package org.escapement.suspend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.sip.SipServletRequest;
import org.escapement.StandIn;
import org.escapement.suspend.Suspension.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Threads suspend, and race to resume, cancel, time out and drop the same requests by their
 * handles. The oracle counts who won: each request ends exactly once, by the one that was told so,
 * no two requests share a place, and a stale handle never ends another's request.
 */
class SuspensionsStressTest {

  private static final int THREADS = 4;
  private static final int ROUNDS = 20_000;
  private static final State[] ENDS = {
    State.RESUMED, State.CANCELLED, State.TIMED_OUT, State.DROPPED
  };

  private final SipServletRequest request = StandIn.of(SipServletRequest.class, this);

  /** What one thread does, with its own seed. */
  private record Racer(
      Suspensions suspensions,
      SipServletRequest request,
      ConcurrentLinkedQueue<Suspension> seen,
      Set<Handle> handles,
      Map<State, AtomicLong> won,
      AtomicLong made,
      AtomicLong refused,
      Random random) {

    void run() {
      for (int i = 0; i < ROUNDS; i++) {
        if (random.nextInt(3) == 0) {
          suspend();
        } else {
          end();
        }
      }
    }

    private void suspend() {
      Suspension made = suspensions.suspend(request);
      if (made == null) {
        refused.incrementAndGet();
        return;
      }
      this.made.incrementAndGet();
      assertThat(handles.add(made.handle())).as("new handle %s", made.handle()).isTrue();
      for (int i = 0; i < 3; i++) { // three will try to end it
        seen.add(made);
      }
    }

    private void end() {
      Suspension target = seen.poll();
      if (target == null) {
        return;
      }
      Suspension found = suspensions.find(target.handle());
      if (found == null) { // only one that has ended may have lost its place
        assertThat(target.state()).as("%s", target.handle()).isNotEqualTo(State.SUSPENDED);
        return;
      }
      assertThat(found).isSameAs(target);
      State how = ENDS[random.nextInt(ENDS.length)];
      if (found.end(how)) {
        won.get(how).incrementAndGet();
        assertThat(found.state()).isEqualTo(how);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void racesOfSuspendResumeCancelAndTimeOut_endEachRequestOnce(long seed) throws Exception {
    Suspensions suspensions = new Suspensions(64, System::nanoTime);
    Map<State, AtomicLong> won = new EnumMap<>(State.class);
    for (State how : ENDS) {
      won.put(how, new AtomicLong());
    }
    AtomicLong made = new AtomicLong();
    AtomicLong refused = new AtomicLong();
    ConcurrentLinkedQueue<Suspension> seen = new ConcurrentLinkedQueue<>();
    Set<Handle> handles = ConcurrentHashMap.newKeySet();
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> racers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Racer racer =
          new Racer(
              suspensions,
              request,
              seen,
              handles,
              won,
              made,
              refused,
              new Random(seed * THREADS + i));
      racers.add(
          pool.submit(
              () -> {
                start.await();
                racer.run();
                return null;
              }));
    }
    start.countDown();
    for (Future<?> racer : racers) {
      racer.get(60, TimeUnit.SECONDS);
    }
    pool.shutdown();

    long ended = 0;
    for (State how : ENDS) {
      assertThat(suspensions.ended(how)).as(how.name()).isEqualTo(won.get(how).get());
      ended += won.get(how).get();
    }
    assertThat(suspensions.suspended()).isEqualTo(made.get()).isPositive();
    assertThat(suspensions.refused()).isEqualTo(refused.get());
    assertThat(suspensions.waiting()).isEqualTo(made.get() - ended);
    suspensions.drop(left -> {});
    assertThat(suspensions.waiting()).isZero();
    assertThat(suspensions.ended(State.DROPPED) - won.get(State.DROPPED).get())
        .isEqualTo(made.get() - ended);
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void allThreadsAtOneRequest_exactlyOneWins(long seed) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < 3_000; round++) {
        Suspensions one = new Suspensions(1, System::nanoTime);
        Suspension target = one.suspend(request);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> attempts = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          State how = ENDS[(int) ((seed + round + i) % ENDS.length)];
          attempts.add(
              pool.submit(
                  () -> {
                    start.await();
                    return target.end(how);
                  }));
        }
        start.countDown();
        int winners = 0;
        for (Future<Boolean> attempt : attempts) {
          winners += attempt.get(60, TimeUnit.SECONDS) ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
        assertThat(one.waiting()).isZero();
        assertThat(one.suspend(request)).isNotNull();
        assertThat(one.suspend(request)).isNull();
      }
    } finally {
      pool.shutdownNow();
    }
  }
}
