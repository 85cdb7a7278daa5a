package org.escapement.shaping;

import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.NanoClock;
import org.escapement.shaping.QueuedCall.State;
import org.jctools.queues.atomic.MpscAtomicArrayQueue;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue of suspended calls, first in, first out.
 *
 * <p>Thread-safe: any number of threads suspend, resume and cancel. Arrivals go through a lock-free
 * inbox; whoever takes a call out first moves the inbox to the backlog. A call that was cancelled
 * or timed out stays where it is as a husk that is skipped at its turn; husks never count against
 * the size, and are swept out when they would fill the inbox or outnumber the size. Suspending and
 * resuming are O(1), sweeping is amortised O(1).
 */
public final class CallQueue {

  private final String name;
  private final int size;
  private final NanoClock clock;
  private final MpscAtomicArrayQueue<QueuedCall> inbox;
  private final ArrayDeque<QueuedCall> backlog = new ArrayDeque<>();

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
   * Adds a call at the end.
   *
   * @return the call, or null if the queue is full: the caller then answers it, and it counts as
   *     refused
   */
  public @Nullable QueuedCall suspend(SipServletRequest request) {
    offered.increment();
    if (!takePlace()) {
      refused.increment();
      return null;
    }
    QueuedCall call = new QueuedCall(this, request, clock.nanos());
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
   * Takes the call whose turn it is. It is leaving then: the caller sends it on and says what came
   * of it by {@link #passed}, {@link #failed} or {@link #vanished}.
   *
   * @return null if none waits
   */
  public @Nullable QueuedCall resume() {
    acquire();
    try {
      drainInbox();
      for (QueuedCall call = backlog.poll(); call != null; call = backlog.poll()) {
        if (stopWaiting(call, State.LEAVING)) {
          return call;
        }
      }
      return null;
    } finally {
      taking.set(false);
    }
  }

  /** The call was sent on. */
  public void passed(QueuedCall call) {
    finish(call, State.PASSED, passed);
  }

  /** The call could not be sent on and was answered. */
  public void failed(QueuedCall call) {
    finish(call, State.FAILED, failed);
  }

  /** The call was cancelled just as its turn came. */
  public void vanished(QueuedCall call) {
    finish(call, State.CANCELLED, cancelled);
  }

  /**
   * Takes a waiting call out because its caller gave it up.
   *
   * @return false if it does not wait any more
   */
  public boolean cancel(QueuedCall call) {
    return take(call, State.CANCELLED, cancelled);
  }

  /**
   * Takes a waiting call out because it waited too long.
   *
   * @return false if it does not wait any more
   */
  public boolean timeOut(QueuedCall call) {
    return take(call, State.TIMED_OUT, timedOut);
  }

  /**
   * Takes all waiting calls out, as refused, and hands each to {@code answer}.
   *
   * @return how many
   */
  public int flush(Consumer<QueuedCall> answer) {
    int count = 0;
    for (QueuedCall call = resume(); call != null; call = resume()) {
      finish(call, State.REFUSED, refused);
      answer.accept(call);
      count++;
    }
    return count;
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

  private void requireOurs(QueuedCall call) {
    if (call.queue() != this) {
      throw new IllegalArgumentException(
          "call "
              + call.request().getCallId()
              + " is of queue "
              + call.queue().name()
              + ", not of "
              + name);
    }
  }

  private boolean take(QueuedCall call, State end, LongAdder counter) {
    requireOurs(call);
    if (!stopWaiting(call, end)) {
      return false;
    }
    counter.increment();
    return true;
  }

  private boolean stopWaiting(QueuedCall call, State next) {
    if (!call.move(State.WAITING, next)) {
      return false;
    }
    waiting.decrementAndGet();
    longestWait.accumulate(clock.nanos() - call.arrivedNanos());
    return true;
  }

  private void finish(QueuedCall call, State end, LongAdder counter) {
    requireOurs(call);
    if (!call.move(State.LEAVING, end)) {
      throw new IllegalStateException("a call that is " + call.state() + " cannot become " + end);
    }
    counter.increment();
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
    for (QueuedCall call = inbox.relaxedPoll(); call != null; call = inbox.relaxedPoll()) {
      backlog.add(call);
    }
    if (backlog.size() > 2 * size) {
      backlog.removeIf(call -> !call.waiting());
    }
  }
}
