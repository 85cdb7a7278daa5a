package org.escapement.shaping;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.TelURL;
import javax.servlet.sip.TooManyHopsException;
import javax.servlet.sip.URI;
import org.escapement.clock.Alarms;
import org.escapement.clock.NanoClock;
import org.escapement.routing.MessageRouting;
import org.escapement.shaping.Departure.Outcome;
import org.escapement.suspend.Suspension;
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
final class ShapedQueue implements WorkerBody, QueueControl {

  /** How long a caller should stay away from a server that is stopping. */
  private static final long RETRY_AFTER_STOP_SECONDS = 10;

  private static final int ONLY_WORKER = 0;

  private final CallQueue queue;
  private final Departure departure = this::sendOn;
  private final NanoClock clock;
  private final Alarms alarms;
  private final Executor executor;
  private final MessageRouting routing;
  private final Answers answers;
  private volatile @Nullable TimerControl timer;
  private volatile boolean open = true;
  private volatile boolean draining;

  /** As it is wanted now; the next loop run takes it over. */
  private volatile QueueDefinition definition;

  /** What the turns were made for; like them, only the timer's worker's. */
  private QueueDefinition turnsOf;

  private Turns turns;

  /**
   * Makes an open, empty queue.
   *
   * @param alarms of {@code clock}: end the waits that are too long
   * @param executor sends the answers to those calls
   * @param routing by which calls leave and are answered
   */
  ShapedQueue(
      QueueDefinition definition,
      NanoClock clock,
      Alarms alarms,
      Executor executor,
      MessageRouting routing) {
    this.definition = definition;
    this.routing = routing;
    this.answers = new Answers(routing);
    this.clock = clock;
    this.alarms = alarms;
    this.executor = executor;
    this.queue = new CallQueue(definition.name(), definition.size(), clock);
    this.turnsOf = definition;
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
  @Nullable Suspension suspend(SipServletRequest invite) {
    if (!open || draining) {
      queue.refuseAtOnce();
      answers.unavailable(invite, RETRY_AFTER_STOP_SECONDS);
      return null;
    }
    Suspension call = queue.suspend(invite);
    if (call == null) {
      answers.unavailable(invite, drainSeconds());
      return null;
    }
    call.limit(alarms, definition.maxWait().toNanos(), executor, () -> answerLate(invite));
    if (open) {
      wakeTimer();
    } else {
      flush();
    }
    return call;
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

  private void answerLate(SipServletRequest invite) {
    answers.waitedTooLong(invite, definition.name(), definition.maxWait());
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
    followDefinition();
    while (turns.free(due, clock.nanos())) {
      Outcome outcome = queue.resume(departure);
      if (outcome == null) {
        timer.rest();
        return 1;
      }
      if (outcome == Outcome.PASSED) {
        turns.take(due, clock.nanos());
      }
    }
    return 1;
  }

  private void followDefinition() {
    QueueDefinition wanted = definition;
    if (!wanted.equals(turnsOf)) {
      turns = turns.at(wanted.rate(), wanted.burst());
      turnsOf = wanted;
    }
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
    return queue.flush(invite -> answers.unavailable(invite, RETRY_AFTER_STOP_SECONDS));
  }

  /**
   * Lets a call go to the next hop; it takes a turn if it passes. Its proxy is made only now,
   * because an INVITE that has one already can no longer be answered by us, and the container no
   * longer answers its CANCEL.
   */
  private Outcome sendOn(SipServletRequest invite) {
    try {
      return forward(invite) ? Outcome.PASSED : Outcome.FAILED;
    } catch (TooManyHopsException e) {
      answers.tooManyHops(invite);
    } catch (IllegalStateException e) {
      // The container ended the transaction, and said so to the caller: the CANCEL has overtaken
      // the turn.
      answers.serverError(invite);
      return Outcome.CANCELLED;
    } catch (Throwable e) { // an Error, too, must not leave the caller without an answer
      ShapingLog.LOG.notSent(invite.getCallId(), definition.name(), definition.nextHop(), e);
      answers.serverError(invite);
    }
    return Outcome.FAILED;
  }

  /**
   * Sends a request to the next hop.
   *
   * @return false if the onsend route dropped it; it has been answered then
   */
  boolean forward(SipServletRequest request) throws IOException, TooManyHopsException {
    NextHop nextHop = definition.nextHop();
    URI target =
        request.getRequestURI() instanceof TelURL tel
            ? routing.telephone(tel, nextHop.toString())
            : nextHop.target(request);
    return routing.forwarding().forward(request, List.of(target));
  }

  @Override
  public String name() {
    return definition.name();
  }

  @Override
  public State state() {
    if (!open) {
      return State.CLOSED;
    }
    TimerControl control = timer;
    if (control != null && control.status().workers().get(ONLY_WORKER).paused()) {
      return State.PAUSED;
    }
    return draining ? State.DRAINING : State.OPEN;
  }

  @Override
  public int rate() {
    return definition.rate();
  }

  @Override
  public int burst() {
    return definition.burst();
  }

  @Override
  public int size() {
    return definition.size();
  }

  @Override
  public Duration maxWait() {
    return definition.maxWait();
  }

  @Override
  public String nextHop() {
    return definition.nextHop().toString();
  }

  @Override
  public CallCounters counters() {
    return queue.counters();
  }

  @Override
  public synchronized void setRate(int rate) {
    definition = definition.withRate(rate);
    TimerControl control = timer;
    if (control != null) {
      control.setInterval(Turns.intervalText(rate));
    }
  }

  @Override
  public synchronized void setBurst(int burst) {
    definition = definition.withBurst(burst);
  }

  @Override
  public synchronized void setMaxWait(Duration maxWait) {
    definition = definition.withMaxWait(maxWait);
  }

  @Override
  public void drain() {
    draining = true;
  }

  @Override
  public void pause() {
    TimerControl control = timer;
    if (control != null) {
      control.pause(ONLY_WORKER);
    }
  }

  @Override
  public void resume() {
    draining = false;
    TimerControl control = timer;
    if (control != null) {
      control.resume(ONLY_WORKER);
    }
  }
}
