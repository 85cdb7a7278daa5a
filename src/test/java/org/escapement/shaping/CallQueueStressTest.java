package org.escapement.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.servlet.sip.SipServletRequest;
import org.escapement.StandIn;
import org.escapement.shaping.Departure.Outcome;
import org.escapement.suspend.Suspension;
import org.escapement.suspend.Suspension.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everybody at once: each call must come to exactly one end, and the counters must add up. */
class CallQueueStressTest {

  private static final int PRODUCERS = 3;
  private static final int CALLS = 8_000;
  private static final long BOUND_SECONDS = 60;
  private static final Outcome[] OUTCOMES = Outcome.values();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger producing = new AtomicInteger(PRODUCERS);
  private final AtomicInteger busy = new AtomicInteger(PRODUCERS + 3);

  /** Calls that a canceller and a time-out race for with the consumer. */
  private final Queue<Suspension> toCancel = new ConcurrentLinkedQueue<>();

  private final Queue<Suspension> toTimeOut = new ConcurrentLinkedQueue<>();

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  /** One call; the number counts those of its producer. */
  private record Named(int producer, int number, Suspension call) {}

  private List<Named> produce(CallQueue queue, int producer) {
    Random random = new Random(producer);
    List<Named> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      Suspension call = queue.suspend(StandIn.of(SipServletRequest.class, "call"));
      if (call != null) {
        calls.add(new Named(producer, i, call));
        int fate = random.nextInt(4);
        if (fate < 2) {
          (fate == 0 ? toCancel : toTimeOut).add(call);
        }
      } else {
        Thread.onSpinWait();
      }
    }
    producing.decrementAndGet();
    return calls;
  }

  /** Lets calls leave, with one outcome after the other. */
  private List<SipServletRequest> consume(CallQueue queue) {
    List<SipServletRequest> left = new ArrayList<>();
    Departure departure =
        invite -> {
          left.add(invite);
          return OUTCOMES[left.size() % OUTCOMES.length];
        };
    while (true) {
      boolean last = producing.get() == 0;
      if (queue.resume(departure) == null) {
        if (last) {
          return left;
        }
        Thread.onSpinWait();
      }
    }
  }

  private long takeOut(Queue<Suspension> from, State how) {
    long taken = 0;
    while (true) {
      boolean last = producing.get() == 0;
      Suspension call = from.poll();
      if (call != null) {
        taken += call.end(how) ? 1 : 0;
      } else if (last) {
        return taken;
      }
    }
  }

  /** Looks at the counters all the time; returns how often. */
  private long watch(CallQueue queue) {
    long looks = 0;
    while (busy.get() > 0) {
      CallCounters c = queue.counters();
      assertThat(c.waiting()).isNotNegative();
      int least = 0;
      int most = 0;
      for (int i = 0; i < 2_000; i++) {
        int waiting = queue.waiting();
        least = Math.min(least, waiting);
        most = Math.max(most, waiting);
      }
      assertThat(least).isZero();
      assertThat(most).isLessThanOrEqualTo(queue.size());
      assertThat(c.passed() + c.failed() + c.cancelled() + c.refused() + c.timedOut())
          .isEqualTo(c.offered() - c.waiting());
      looks++;
    }
    return looks;
  }

  private <T> Future<T> run(Callable<T> work) {
    return threads.submit(
        () -> {
          try {
            return work.call();
          } finally {
            busy.decrementAndGet();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 64, 100_000})
  void everyCall_endsInExactlyOneStateAndIsCountedOnce(int size) throws Exception {
    CallQueue queue = new CallQueue("q", size, System::nanoTime);
    Future<Long> looks = threads.submit(() -> watch(queue));
    List<Future<List<Named>>> producers = new ArrayList<>();
    for (int i = 0; i < PRODUCERS; i++) {
      int producer = i;
      producers.add(run(() -> produce(queue, producer)));
    }
    Future<Long> cancelled = run(() -> takeOut(toCancel, State.CANCELLED));
    Future<Long> timedOut = run(() -> takeOut(toTimeOut, State.TIMED_OUT));
    Future<List<SipServletRequest>> left = run(() -> consume(queue));

    List<Named> all = new ArrayList<>();
    for (Future<List<Named>> producer : producers) {
      all.addAll(producer.get(BOUND_SECONDS, TimeUnit.SECONDS));
    }
    List<SipServletRequest> order = left.get(BOUND_SECONDS, TimeUnit.SECONDS);
    long gone = cancelled.get(BOUND_SECONDS, TimeUnit.SECONDS);
    long late = timedOut.get(BOUND_SECONDS, TimeUnit.SECONDS);
    assertThat(looks.get(BOUND_SECONDS, TimeUnit.SECONDS)).isPositive();

    Map<State, Long> states = new HashMap<>();
    all.forEach(named -> states.merge(named.call().state(), 1L, Long::sum));
    CallCounters c = queue.counters();
    assertThat(c.offered()).isEqualTo((long) PRODUCERS * CALLS);
    assertThat(c.refused()).isEqualTo(c.offered() - all.size());
    assertThat(c.waiting()).isZero();
    assertThat(queue.waiting()).isZero();
    assertThat(c.timedOut()).isEqualTo(late).isEqualTo(states.getOrDefault(State.TIMED_OUT, 0L));
    assertThat(gone).isEqualTo(states.getOrDefault(State.CANCELLED, 0L));
    assertThat(states.getOrDefault(State.RESUMED, 0L)).isEqualTo(order.size());
    assertThat(c.passed()).isEqualTo(outcomes(order.size(), Outcome.PASSED));
    assertThat(c.failed()).isEqualTo(outcomes(order.size(), Outcome.FAILED));
    assertThat(c.cancelled()).isEqualTo(gone + outcomes(order.size(), Outcome.CANCELLED));
    assertThat(states).doesNotContainKeys(State.SUSPENDED, State.DROPPED);
    assertEachProducersOrder(all, order);
  }

  /** How many of so many departures {@link #consume} has given an outcome. */
  private static long outcomes(int departures, Outcome outcome) {
    return IntStream.rangeClosed(1, departures)
        .filter(i -> OUTCOMES[i % OUTCOMES.length] == outcome)
        .count();
  }

  private static void assertEachProducersOrder(List<Named> all, List<SipServletRequest> order) {
    IdentityHashMap<SipServletRequest, Named> names = new IdentityHashMap<>();
    all.forEach(named -> names.put(named.call().request(), named));
    int[] last = new int[PRODUCERS];
    java.util.Arrays.fill(last, -1);
    for (SipServletRequest call : order) {
      Named named = names.get(call);
      assertThat(named.number()).isGreaterThan(last[named.producer()]);
      last[named.producer()] = named.number();
    }
  }

  @Test
  void flushAndResume_shareTheCallsBetweenThem() throws Exception {
    CallQueue queue = new CallQueue("q", CALLS, System::nanoTime);
    for (int i = 0; i < CALLS; i++) {
      queue.suspend(StandIn.of(SipServletRequest.class, "call"));
    }
    List<SipServletRequest> flushed = Collections.synchronizedList(new ArrayList<>());
    List<Future<Integer>> flushes = new ArrayList<>();
    producing.set(0);
    Future<List<SipServletRequest>> left = threads.submit(() -> consume(queue));
    for (int i = 0; i < 2; i++) {
      flushes.add(threads.submit(() -> queue.flush(flushed::add)));
    }
    int answered = 0;
    for (Future<Integer> flush : flushes) {
      answered += flush.get(BOUND_SECONDS, TimeUnit.SECONDS);
    }

    assertThat(left.get(BOUND_SECONDS, TimeUnit.SECONDS).size() + answered).isEqualTo(CALLS);
    assertThat(flushed).hasSize(answered).doesNotHaveDuplicates();
    assertThat(queue.counters().refused()).isEqualTo(answered);
    assertThat(queue.counters().waiting()).isZero();
  }
}
