package org.escapement.shaping;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.NanoClock;
import org.escapement.shaping.Departure.Outcome;
import org.escapement.suspend.Handle;
import org.escapement.suspend.Suspension;
import org.escapement.suspend.Suspension.State;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of suspended calls, first in, first out: keeps by its order what {@link
 * org.escapement.suspend.Suspensions} keep by a handle.
 *
 * <p>Thread-safe: any number of threads suspend, resume and end. Arrivals go through a lock-free
 * inbox; whoever takes a call out first moves the inbox to the backlog. A call that was cancelled
 * or timed out stays where it is as a husk that is skipped at its turn; husks never count against
 * the size, and are swept out when they would fill the inbox or outnumber the size. Suspending and
 * resuming are O(1), sweeping is amortised O(1).
 */
public final class CallQueue {

  private final String name;
  private final int size;
  private final NanoClock clock;
  private final Suspension.Keeper keeper = this::ended;
  private final MpscAtomicArrayQueue<Suspension> inbox;
  private final ArrayDeque<Suspension> backlog = new ArrayDeque<>();

  /**
   * Guards the backlog and the inbox's taking end. Held for a few instructions, a sweep apart, so
   * contenders spin.
   */
  private final AtomicBoolean taking = new AtomicBoolean();

  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder offered = new LongAdder();
  private final LongAdder passed = new LongAdder();
  private final LongAdder cancelled = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder timedOut = new LongAdder();
  private final LongAdder failed = new LongAdder();
  private final LongAccumulator longestWait = new LongAccumulator(Math::max, 0);

  /**
   * Makes an empty queue.
   *
   * @param size most calls that wait at the same time, at least 1
   */
  public CallQueue(String name, int size, NanoClock clock) {
    if (size < 1) {
      throw new IllegalArgumentException(
          "size of queue " + name + " is " + size + ", must be at least 1");
    }
    this.name = name;
    this.size = size;
    this.clock = clock;
    this.inbox = new MpscAtomicArrayQueue<>(Math.max(size, 2));
  }

  public String name() {
    return name;
  }

  public int size() {
    return size;
  }

  /** How many calls wait now. */
  public int waiting() {
    return waiting.get();
  }

  /**
   * Adds a call at the end. It is taken out of the order of calls by its {@link Suspension#end}.
   *
   * @return the call, or null if the queue is full: the caller then answers it, and it counts as
   *     refused
   */
  public @Nullable Suspension suspend(SipServletRequest request) {
    offered.increment();
    if (!takePlace()) {
      refused.increment();
      return null;
    }
    Suspension call = new Suspension(keeper, Handle.NONE, request, clock.nanos());
    while (!inbox.offer(call)) {
      sweep();
    }
    return call;
  }

  /** Never passes the size even for a moment: that would refuse calls while there is room. */
  private boolean takePlace() {
    int present = waiting.get();
    while (present < size) {
      if (waiting.compareAndSet(present, present + 1)) {
        return true;
      }
      present = waiting.get();
    }
    return false;
  }

  /** Counts a call that was refused before it could wait. */
  void refuseAtOnce() {
    offered.increment();
    refused.increment();
  }

  /**
   * Lets the call leave whose turn it is.
   *
   * @return what came of it, or null if none waits
   */
  public @Nullable Outcome resume(Departure departure) {
    Suspension call = take(State.RESUMED);
    if (call == null) {
      return null;
    }
    Outcome outcome = Outcome.FAILED;
    try {
      outcome = departure.leave(call.request());
    } finally {
      counter(outcome).increment();
    }
    return outcome;
  }

  private LongAdder counter(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> passed;
      case FAILED -> failed;
      case CANCELLED -> cancelled;
    };
  }

  /**
   * Drops all waiting calls, which count as refused, and hands each to {@code answer}.
   *
   * @return how many
   */
  public int flush(Consumer<SipServletRequest> answer) {
    int count = 0;
    for (Suspension call = take(State.DROPPED); call != null; call = take(State.DROPPED)) {
      answer.accept(call.request());
      count++;
    }
    return count;
  }

  /** Ends the wait of the first that waits; null if none does. */
  private @Nullable Suspension take(State how) {
    acquire();
    try {
      drainInbox();
      for (Suspension call = backlog.poll(); call != null; call = backlog.poll()) {
        if (call.end(how)) {
          return call;
        }
      }
      return null;
    } finally {
      taking.set(false);
    }
  }

  private void ended(Suspension call, State how) {
    waiting.decrementAndGet();
    longestWait.accumulate(clock.nanos() - call.sinceNanos());
    switch (how) {
      case CANCELLED -> cancelled.increment();
      case TIMED_OUT -> timedOut.increment();
      case DROPPED -> refused.increment();
      case RESUMED, SUSPENDED -> {} // counted by what comes of it
    }
  }

  /** How many calls are kept, husks included; a momentary look for tests. */
  int held() {
    acquire();
    try {
      return inbox.size() + backlog.size();
    } finally {
      taking.set(false);
    }
  }

  /**
   * A copy of the counters. What has ended is read before what came, so that the rest, which waits,
   * is never negative.
   */
  public CallCounters counters() {
    long out = passed.sum();
    long gone = cancelled.sum();
    long shut = refused.sum();
    long late = timedOut.sum();
    long bad = failed.sum();
    long came = offered.sum();
    long rest = came - out - gone - shut - late - bad;
    return new CallCounters(came, out, rest, gone, shut, late, bad, longestWait.get());
  }

  private void acquire() {
    while (!taking.compareAndSet(false, true)) {
      Thread.onSpinWait();
    }
  }

  private void sweep() {
    acquire();
    try {
      drainInbox();
    } finally {
      taking.set(false);
    }
  }

  private void drainInbox() {
    for (Suspension call = inbox.relaxedPoll(); call != null; call = inbox.relaxedPoll()) {
      backlog.add(call);
    }
    if (backlog.size() > 2 * size) {
      backlog.removeIf(call -> !call.waits());
    }
  }
}
