package org.escapement.timer;

import java.util.concurrent.CountDownLatch;
import org.escapement.clock.NanoClock;
import org.escapement.timer.TimerStatus.State;

/**
 * The life of one worker: what runs when, and what a command does to it.
 *
 * <pre>
 *            step                                             next
 *   START    open the state, first slice, run start           LOOP; below 0: END
 *   LOOP     wait until due, run loop                         LOOP; below 0: END
 *   END      run end, drop the state                          END, paused
 * </pre>
 *
 * <p>Two flags stand beside the state. <em>Paused</em> is the operator's: nothing runs until a
 * command resumes the worker. A pause does not hold up an END that has not run yet, for pausing is
 * what that ends with; so both together say that the worker <em>has ended</em>. A {@link Rest} is
 * the application's: no tick comes until it wakes the worker.
 *
 * <p>A driver calls {@link #step} again and again, one call at a time, and waits in between for
 * what the step tells. Commands, from any thread, go to a slot that a step empties before anything
 * else; the driver is told, so that it cuts its wait short. That makes the beginning of a step the
 * one safe point: before a route, right after one, or while waiting. No route ever waits for a
 * command.
 *
 * <p>Entering LOOP by {@code start} or resuming restarts the schedule: a sync timer runs at once, a
 * basic one an interval later. The command {@code loop} makes the loop route of any timer run at
 * once, unless the worker had ended: then it is as resuming.
 */
final class Worker {

  /** What a driver does after a step. */
  enum Next {
    /** Take the next step at once. */
    AGAIN,
    /** Take the next step when the clock reaches {@link Worker#deadlineNanos}, or when told. */
    AT_DEADLINE,
    /** Take the next step when told. */
    WHEN_TOLD,
    /** Take no more steps. */
    NEVER
  }

  private final NanoClock clock;
  private final WorkerContext context;
  private final BodyCalls body;
  private final WorkerCounters counters;
  private final Schedule schedule;
  private final CommandSlot commands = new CommandSlot();
  private final CountDownLatch finished = new CountDownLatch(1);
  private final Rest rest = new Rest();

  private volatile State state = State.START;
  private volatile boolean paused;
  private boolean stopping;
  private long nowNanos;

  Worker(
      NanoClock clock,
      WorkerContext context,
      BodyCalls body,
      WorkerCounters counters,
      Schedule schedule,
      boolean paused) {
    this.clock = clock;
    this.context = context;
    this.body = body;
    this.counters = counters;
    this.schedule = schedule;
    this.paused = paused;
  }

  /** Does what is to be done now, one route at most. One call at a time. */
  Next step() {
    if (commands.isPending()) {
      obey(commands.take());
    }
    if (rest.isOver()) {
      rest.end();
      restartSchedule();
    }
    Next next = stopping ? runLast() : runPart();
    return body.gate().isShut() ? finish() : next;
  }

  private Next runPart() {
    if (paused) {
      return Next.WHEN_TOLD;
    }
    return switch (state) {
      case START -> runStart();
      case LOOP -> runLoop();
      case END -> runEnd();
    };
  }

  private Next runStart() {
    body.close();
    context.adoptSettings();
    context.firstSlice();
    long now = clock.nanos();
    boolean opened = body.open(State.START);
    if (opened && body.run(State.START, now, 0) >= 0) {
      enterLoop();
    } else {
      state = State.END;
      paused = !opened; // without state there is nothing to end
    }
    return Next.AGAIN;
  }

  /** A state that cannot be made now is tried again at each tick. */
  private void enterLoop() {
    state = State.LOOP;
    if (!body.isOpen()) {
      body.open(State.LOOP);
    }
    restartSchedule();
  }

  private void restartSchedule() {
    context.adoptSettings();
    long now = clock.nanos();
    schedule.interval(context.intervalNanos(), now);
    schedule.restart(now);
  }

  private Next runLoop() {
    if (rest.isOn()) {
      return Next.WHEN_TOLD;
    }
    long now = clock.nanos();
    nowNanos = now;
    if (now - schedule.dueNanos() < 0) {
      return Next.AT_DEADLINE;
    }
    if (context.adoptSettings()) {
      schedule.interval(context.intervalNanos(), now);
    }
    long due = schedule.dueNanos();
    counters.began();
    int result = body.isOpen() || body.open(State.LOOP) ? body.run(State.LOOP, due, now - due) : 1;
    long end = clock.nanos();
    nowNanos = end;
    counters.ended(now - due, end - now, schedule.ran(end));
    context.nextSlice();
    if (result < 0) {
      state = State.END;
      return Next.AGAIN;
    }
    return !context.restAsked() ? Next.AT_DEADLINE : rest.begin() ? Next.AGAIN : Next.WHEN_TOLD;
  }

  private Next runEnd() {
    if (body.isOpen() || body.open(State.END)) {
      body.run(State.END, clock.nanos(), 0);
      body.close();
    }
    paused = true;
    return Next.WHEN_TOLD;
  }

  /** A run that has begun is ended; whatever else was to come no longer does. */
  private Next runLast() {
    if (body.isOpen()) {
      state = State.END;
      rest.abandon();
      runEnd();
    }
    body.gate().shut();
    return Next.NEVER;
  }

  private Next finish() {
    finished.countDown();
    return Next.NEVER;
  }

  private void obey(int set) {
    stopping |= (set & CommandSlot.STOP) != 0;
    if (stopping) {
      return;
    }
    if ((set & CommandSlot.START) != 0) {
      jump(State.START);
    } else if ((set & CommandSlot.LOOP) != 0) {
      jumpToLoop();
    } else if ((set & CommandSlot.END) != 0 && !hasEnded()) {
      jump(State.END);
    }
    if ((set & CommandSlot.RESUME) != 0 && paused) {
      resume();
    }
    if ((set & CommandSlot.PAUSE) != 0 && state != State.END) {
      paused = true;
    }
  }

  private boolean hasEnded() {
    return state == State.END && paused;
  }

  private void jump(State target) {
    state = target;
    paused = false;
    rest.abandon();
  }

  private void jumpToLoop() {
    if (hasEnded()) {
      resume();
    } else {
      jump(State.LOOP);
      enterLoop();
      schedule.restartDueNow(clock.nanos());
    }
  }

  private void resume() {
    paused = false;
    if (state != State.START) {
      enterLoop();
    }
  }

  /** Posts a command; the driver must be told afterwards. For any thread. */
  void post(int command) {
    commands.post(command);
  }

  /**
   * Ends the present rest, or cuts the next one short. For any thread; no allocation, no lock.
   *
   * @return whether the driver must be told
   */
  boolean wake() {
    return rest.wake();
  }

  /** Finishes the worker at once if it has nothing to end. For any thread. */
  boolean finishIfIdle() {
    if (body.gate().shutIfEmpty()) {
      finish();
    }
    return isFinished();
  }

  /** Lets no more route begin. For any thread; false if the worker had finished before. */
  boolean cut() {
    boolean unfinished = body.gate().shut();
    finish();
    return unfinished;
  }

  boolean isFinished() {
    return finished.getCount() == 0;
  }

  /** Counted down when no route will begin any more. */
  CountDownLatch finished() {
    return finished;
  }

  /** When the next loop run is due. For the driver, after a step. */
  long deadlineNanos() {
    return schedule.dueNanos();
  }

  /** The clock's reading at the end of a step that has told {@link Next#AT_DEADLINE}. */
  long nowNanos() {
    return nowNanos;
  }

  WorkerContext context() {
    return context;
  }

  TimerStatus.Worker status() {
    return new TimerStatus.Worker(
        context.worker(),
        context.pid(),
        context.ntasks(),
        context.tasks(),
        context.nslices(),
        context.slice(),
        paused,
        rest.isOn(),
        state,
        context.runningNanos(clock.nanos()),
        counters.ticks(),
        counters.missed(),
        counters.errors());
  }

  TimerStats.Worker stats() {
    return counters.copy();
  }
}
