package org.escapement.shaping;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * An initial INVITE that waits for its turn. Whoever moves it on from {@link State#WAITING} first
 * decides its end: the timer, a CANCEL, the time-out or the end of the queue.
 *
 * <pre>
 * WAITING ─ resume ─→ LEAVING ─→ PASSED | FAILED | CANCELLED
 *    └─ cancel ─→ CANCELLED    └─ too long ─→ TIMED_OUT    └─ end of the queue ─→ REFUSED
 * </pre>
 *
 * <p>Thread-safe.
 */
public final class QueuedCall {

  /** Where a call is. */
  public enum State {
    WAITING,
    LEAVING,
    PASSED,
    CANCELLED,
    TIMED_OUT,
    REFUSED,
    FAILED
  }

  private final CallQueue queue;
  private final SipServletRequest request;
  private final long arrivedNanos;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile @Nullable Alarm timeout;

  QueuedCall(CallQueue queue, SipServletRequest request, long arrivedNanos) {
    this.queue = queue;
    this.request = request;
    this.arrivedNanos = arrivedNanos;
  }

  /** The queue that it came to, the only one that it can be handed back to. */
  public CallQueue queue() {
    return queue;
  }

  public SipServletRequest request() {
    return request;
  }

  public State state() {
    return Objects.requireNonNull(state.get());
  }

  /** When the call came, a reading of the queue's clock in nanoseconds. */
  long arrivedNanos() {
    return arrivedNanos;
  }

  boolean waiting() {
    return state.get() == State.WAITING;
  }

  /** Moves on; false if the call is elsewhere by now. */
  boolean move(State from, State to) {
    if (!state.compareAndSet(from, to)) {
      return false;
    }
    Alarm armed = timeout;
    if (armed != null) {
      armed.clear();
    }
    return true;
  }

  /** Arms the time-out; it clears itself when the call stops waiting. */
  void timeoutAt(Alarm alarm, long deadlineNanos) {
    timeout = alarm;
    alarm.arm(deadlineNanos);
    if (!waiting()) {
      alarm.clear();
    }
  }
}
