package org.escapement.suspend;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.Alarm;
import org.escapement.clock.Alarms;
import org.escapement.routing.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits: for somebody to resume it by its handle, or for its turn in a queue.
 * Whoever ends the wait first decides what becomes of the request; all others are told no.
 *
 * <pre>
 * SUSPENDED ─ go on ─→ RESUMED    └─ CANCEL ─→ CANCELLED
 *     └─ too long ─→ TIMED_OUT    └─ application or queue ends ─→ DROPPED
 * </pre>
 *
 * <p>Thread-safe, without locks.
 */
public final class Suspension implements Waiting {

  /** Where it is. */
  public enum State {
    SUSPENDED,
    RESUMED,
    CANCELLED,
    TIMED_OUT,
    /** The application ended, or the queue that it waited in was closed. */
    DROPPED
  }

  /** Where requests wait. */
  @FunctionalInterface
  public interface Keeper {

    /** A wait has ended, this once; called by the thread that ended it. */
    void ended(Suspension suspension, State how);
  }

  /** How much later than its time a request may time out. */
  private static final long TIMEOUT_ACCURACY_NANOS = 10_000_000;

  private final Keeper keeper;
  private final Handle handle;
  private final SipServletRequest request;
  private final long sinceNanos;
  private final AtomicReference<State> state = new AtomicReference<>(State.SUSPENDED);
  private volatile @Nullable Alarm timeout;

  /**
   * Begins a wait.
   *
   * @param handle names it; {@link Handle#NONE} when its keeper finds it without a name
   * @param sinceNanos a reading of the keeper's clock
   */
  public Suspension(Keeper keeper, Handle handle, SipServletRequest request, long sinceNanos) {
    this.keeper = keeper;
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

  /** Whether it still waits. */
  public boolean waits() {
    return state.get() == State.SUSPENDED;
  }

  /**
   * Ends the wait.
   *
   * @return false if it has ended before: then somebody else answers for the request
   */
  public boolean end(State how) {
    if (how == State.SUSPENDED || !state.compareAndSet(State.SUSPENDED, how)) {
      return false;
    }
    Alarm armed = timeout;
    if (armed != null) {
      armed.clear();
    }
    keeper.ended(this, how);
    return true;
  }

  /** Ends the wait of a request that its caller gave up. */
  @Override
  public boolean cancel() {
    return end(State.CANCELLED);
  }

  /**
   * Has the wait end when it is too long.
   *
   * @param alarms of the keeper's clock
   * @param limitNanos the longest wait
   * @param executor answers the request then; when it refuses, the thread of the alarms does
   */
  public void limit(Alarms alarms, long limitNanos, Executor executor, Runnable answer) {
    Alarm alarm = alarms.create(TIMEOUT_ACCURACY_NANOS, () -> timeOut(executor, answer));
    timeout = alarm;
    alarm.arm(sinceNanos + limitNanos);
    if (!waits()) {
      alarm.clear();
    }
  }

  private void timeOut(Executor executor, Runnable answer) {
    if (!end(State.TIMED_OUT)) {
      return;
    }
    try {
      executor.execute(answer);
    } catch (RejectedExecutionException e) { // no thread to spare, or the server ends
      answer.run();
    }
  }
}
