package org.escapement.shaping;

import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.TooManyHopsException;
import org.escapement.clock.Alarms;
import org.escapement.clock.NanoClock;
import org.escapement.timer.TimerContext;
import org.escapement.timer.TimerControl;
import org.escapement.timer.WorkerBody;
import org.jspecify.annotations.Nullable;

/**
 * One customer's queue: takes calls in on the SIP threads and lets them go on the ticks of its
 * route timer, of which it is the body.
 *
 * <p>While no call waits and the next turn is free the timer rests, at no cost; a call that comes
 * then leaves at once. When the timer ends, the queue is closed: waiting calls are answered and new
 * ones refused. A queue whose timer runs again is open again.
 */
final class ShapedQueue implements WorkerBody {

  /** How long a caller should stay away from a server that is stopping. */
  private static final long RETRY_AFTER_STOP_SECONDS = 10;

  private static final int ONLY_WORKER = 0;

  /** How much later than its time a call may be told that it waited too long. */
  private static final long TIMEOUT_ACCURACY_NANOS = 10_000_000;

  private final QueueDefinition definition;
  private final CallQueue queue;
  private final Turns turns;
  private final NanoClock clock;
  private final Alarms alarms;
  private final Executor executor;
  private volatile @Nullable TimerControl timer;
  private volatile boolean open = true;

  /**
   * Makes an open, empty queue.
   *
   * @param alarms of {@code clock}: end the waits that are too long
   * @param executor sends the answers to those calls
   */
  ShapedQueue(QueueDefinition definition, NanoClock clock, Alarms alarms, Executor executor) {
    this.definition = definition;
    this.clock = clock;
    this.alarms = alarms;
    this.executor = executor;
    this.queue = new CallQueue(definition.name(), definition.size(), clock);
    this.turns = new Turns(definition.rate(), definition.burst());
  }

  QueueDefinition definition() {
    return definition;
  }

  CallQueue queue() {
    return queue;
  }

  /**
   * Takes a call in, or answers it with 503.
   *
   * @return the waiting call, or null if it was refused
   */
  @Nullable QueuedCall suspend(SipServletRequest invite) {
    if (!open) {
      queue.refuseAtOnce();
      Answers.unavailable(invite, RETRY_AFTER_STOP_SECONDS);
      return null;
    }
    QueuedCall call = queue.suspend(invite);
    if (call == null) {
      Answers.unavailable(invite, drainSeconds());
      return null;
    }
    call.timeoutAt(
        alarms.create(TIMEOUT_ACCURACY_NANOS, () -> timeOut(call)),
        clock.nanos() + definition.maxWait().toNanos());
    if (open) {
      wakeTimer();
    } else {
      flush();
    }
    return call;
  }

  /** How it stands now. */
  ShapedState state() {
    TimerControl control = timer;
    return new ShapedState(
        definition.name(),
        definition.rate(),
        definition.nextHop().toString(),
        control == null ? "" : control.name(),
        open);
  }

  /** Names the timer whose body this is. */
  void drivenBy(TimerControl control) {
    timer = control;
  }

  private void wakeTimer() {
    TimerControl control = timer;
    if (control != null) {
      control.wake(ONLY_WORKER);
    }
  }

  private void timeOut(QueuedCall call) {
    if (!queue.timeOut(call)) {
      return;
    }
    Runnable answer =
        () -> Answers.waitedTooLong(call.request(), definition.name(), definition.maxWait());
    try {
      executor.execute(answer);
    } catch (RejectedExecutionException e) { // the server has no thread to spare, or ends
      answer.run();
    }
  }

  private long drainSeconds() {
    long drainNanos = queue.waiting() * Turns.spacingNanos(definition.rate());
    return Math.max(1, (drainNanos + Turns.SECOND - 1) / Turns.SECOND);
  }

  @Override
  public void open(TimerContext timer) {
    open = true;
  }

  @Override
  public int loop(TimerContext timer) {
    long due = timer.dueNanos();
    while (turns.free(due, clock.nanos())) {
      QueuedCall call = queue.resume();
      if (call == null) {
        timer.rest();
        return 1;
      }
      if (sendOn(call)) {
        turns.take(due, clock.nanos());
      }
    }
    return 1;
  }

  @Override
  public void end(TimerContext timer) {
    int answered = shut();
    ShapingLog.LOG.queueClosed(definition.name(), answered, queue.counters());
  }

  /**
   * Takes no more calls, and answers those that wait. The end of the timer does so; a timer that
   * never began has no end.
   *
   * @return how many were answered
   */
  int shut() {
    open = false;
    return flush();
  }

  private int flush() {
    return queue.flush(call -> Answers.unavailable(call.request(), RETRY_AFTER_STOP_SECONDS));
  }

  /**
   * Lets a call go to the next hop. Its proxy is made only now, because an INVITE that has one
   * already can no longer be answered by us, and the container no longer answers its CANCEL.
   *
   * @return whether it took a turn
   */
  private boolean sendOn(QueuedCall call) {
    SipServletRequest invite = call.request();
    try {
      proxy(invite, definition.nextHop());
      queue.passed(call);
      return true;
    } catch (TooManyHopsException e) {
      queue.failed(call);
      Answers.tooManyHops(invite);
    } catch (IllegalStateException e) {
      // The container ended the transaction, and said so to the caller: the CANCEL has overtaken
      // the turn.
      queue.vanished(call);
      Answers.serverError(invite);
    } catch (IOException | RuntimeException e) {
      queue.failed(call);
      ShapingLog.LOG.notSent(invite.getCallId(), definition.name(), definition.nextHop(), e);
      Answers.serverError(invite);
    }
    return false;
  }

  /** Sends a request to the next hop as a stateful proxy that stays in the path of the dialog. */
  static void proxy(SipServletRequest request, NextHop nextHop)
      throws IOException, TooManyHopsException {
    Proxy proxy = request.getProxy(true);
    proxy.setRecordRoute(true);
    proxy.setSupervised(true);
    proxy.proxyTo(nextHop.target(request));
  }
}
