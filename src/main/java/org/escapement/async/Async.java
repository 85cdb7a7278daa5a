package org.escapement.async;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.Alarm;
import org.escapement.clock.Alarms;
import org.escapement.clock.NanoClock;
import org.escapement.suspend.Handle;
import org.escapement.suspend.Resumption;
import org.escapement.suspend.SuspendedRequests;
import org.escapement.suspend.SuspendedRequests.Continuation;
import org.escapement.worker.WorkerGroup;
import org.escapement.worker.WorkerGroups;

/**
 * Goes on with a request elsewhere, or later: its transaction is suspended, and a route or a
 * continuation of the caller's goes on with it in a worker. The calling route returns at once and
 * leaves the request alone from then on. No thread is held while a request sleeps. Thread-safe.
 *
 * <p>All methods throw {@link RejectedExecutionException} when there is no room, which is counted;
 * the request is then as it was, and the caller answers it. They throw IllegalArgumentException if
 * there is no such route or group of workers.
 */
public final class Async {

  /** How much later than its time a sleep may end; sleeps that end together share a wake-up. */
  private static final long ACCURACY_NANOS = 1_000_000;

  private static final long RETRY_NANOS = 10_000_000;
  private static final long LONGEST_SLEEP_MILLIS = TimeUnit.DAYS.toMillis(30);

  private final WorkerGroups groups;
  private final Supplier<SuspendedRequests> requests;
  private final NanoClock clock;
  private final Alarms alarms;
  private final Duration slack;
  private final LongAdder postponed = new LongAdder();

  /**
   * @param slack how much longer than its sleep a request may wait for a worker before it is
   *     answered with 408
   */
  Async(
      WorkerGroups groups,
      Supplier<SuspendedRequests> requests,
      NanoClock clock,
      Alarms alarms,
      Duration slack) {
    this.groups = groups;
    this.requests = requests;
    this.clock = clock;
    this.alarms = alarms;
    this.slack = slack;
  }

  /** Runs a route on the request in a worker of the default group. */
  public void asyncTaskRoute(SipServletRequest request, String route) {
    asyncTaskGroupRoute(request, route, WorkerGroups.DEFAULT);
  }

  /** Runs a route on the request in a worker of a group. */
  public void asyncTaskGroupRoute(SipServletRequest request, String route, String group) {
    asyncTask(request, requests.get().route(route), group);
  }

  /** Runs a continuation on the request in a worker of a group. */
  public void asyncTask(SipServletRequest request, Continuation then, String group) {
    WorkerGroup workers = groups.group(group);
    Handle handle = requests.get().suspend(request, slack);
    if (requests.get().resume(handle, then, workers) == Resumption.REFUSED) {
      requests.get().cancel(handle);
      throw new RejectedExecutionException(
          "the queue of "
              + workers
              + " is full: "
              + workers.size()
              + " tasks wait; request "
              + request.getCallId()
              + " is refused");
    }
  }

  /**
   * Sleeps, then runs a route in a worker of the default group.
   *
   * @param seconds at least 0
   */
  public void asyncSleep(SipServletRequest request, int seconds, String route) {
    asyncMsSleep(request, TimeUnit.SECONDS.toMillis(seconds), route);
  }

  /** As {@link #asyncSleep(SipServletRequest, int, String)}, in milliseconds. */
  public void asyncMsSleep(SipServletRequest request, long millis, String route) {
    asyncMsSleep(request, millis, requests.get().route(route));
  }

  /** As {@link #asyncSleep(SipServletRequest, int, String)}, with a continuation. */
  public void asyncSleep(SipServletRequest request, int seconds, Continuation then) {
    asyncMsSleep(request, TimeUnit.SECONDS.toMillis(seconds), then);
  }

  /**
   * Sleeps, then runs a continuation in a worker of the default group. When its queue is full then,
   * the sleep goes on until there is room.
   *
   * @param millis 0 to 30 days
   */
  public void asyncMsSleep(SipServletRequest request, long millis, Continuation then) {
    if (millis < 0 || millis > LONGEST_SLEEP_MILLIS) {
      throw new IllegalArgumentException(
          "a request cannot sleep " + millis + " ms; give 0 to " + LONGEST_SLEEP_MILLIS);
    }
    WorkerGroup workers = groups.group(WorkerGroups.DEFAULT);
    Duration time = Duration.ofMillis(millis);
    long wakeAt = clock.nanos() + time.toNanos();
    Handle handle = requests.get().suspend(request, time.plus(slack));
    Sleep sleep = new Sleep(handle, then, workers);
    sleep.armAt(wakeAt);
  }

  /** How often a sleep went on because the workers' queue was full. */
  long postponed() {
    return postponed.sum();
  }

  WorkerGroups groups() {
    return groups;
  }

  /** One sleeping request; its alarm only hands it to the workers. */
  private final class Sleep implements Runnable {
    private final Handle handle;
    private final Continuation then;
    private final WorkerGroup workers;
    private final Alarm alarm;

    Sleep(Handle handle, Continuation then, WorkerGroup workers) {
      this.handle = handle;
      this.then = then;
      this.workers = workers;
      this.alarm = alarms.create(ACCURACY_NANOS, this);
    }

    void armAt(long deadlineNanos) {
      alarm.arm(deadlineNanos);
    }

    @Override
    public void run() {
      if (requests.get().resume(handle, then, workers) == Resumption.REFUSED) {
        postponed.increment();
        armAt(clock.nanos() + RETRY_NANOS);
      }
    }
  }
}
