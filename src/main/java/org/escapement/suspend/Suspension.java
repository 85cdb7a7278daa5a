package org.escapement.suspend;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.Alarm;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits. Whoever moves it on from {@link State#SUSPENDED} first decides its end.
 * Thread-safe.
 */
public final class Suspension {

  /** Where it is. */
  public enum State {
    SUSPENDED,
    RESUMED,
    CANCELLED,
    TIMED_OUT,
    /** The application ended, or the queue that it waited in was closed. */
    DROPPED
  }

  private final Handle handle;
  private final SipServletRequest request;
  private final long sinceNanos;
  private final AtomicReference<State> state = new AtomicReference<>(State.SUSPENDED);
  private volatile @Nullable Alarm timeout;

  Suspension(Handle handle, SipServletRequest request, long sinceNanos) {
    this.handle = handle;
    this.request = request;
    this.sinceNanos = sinceNanos;
  }

  public Handle handle() {
    return handle;
  }

  public SipServletRequest request() {
    return request;
  }

  /** Since when it waits, a reading of the clock in nanoseconds. */
  public long sinceNanos() {
    return sinceNanos;
  }

  public State state() {
    return Objects.requireNonNull(state.get());
  }

  /** Moves on; false if it has ended by now. */
  boolean end(State to) {
    if (!state.compareAndSet(State.SUSPENDED, to)) {
      return false;
    }
    Alarm armed = timeout;
    if (armed != null) {
      armed.clear();
    }
    return true;
  }

  /** Arms the time-out; it clears itself when the request stops waiting. */
  void timeoutAt(Alarm alarm, long deadlineNanos) {
    timeout = alarm;
    alarm.arm(deadlineNanos);
    if (state.get() != State.SUSPENDED) {
      alarm.clear();
    }
  }
}
