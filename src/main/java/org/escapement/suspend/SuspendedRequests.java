package org.escapement.suspend;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.Alarms;
import org.escapement.suspend.Suspension.State;
import org.escapement.worker.WorkerGroup;
import org.jspecify.annotations.Nullable;

/**
 * Suspends requests and resumes them by a route in a worker, as Kamailio's {@code t_suspend} and
 * {@code t_continue} do. No thread is held while a request waits. Thread-safe.
 */
public final class SuspendedRequests {

  /** The attribute of a SIP session that holds the handle of its suspended request. */
  static final String HANDLE = "org.escapement.suspended";

  private final Suspensions suspensions;
  private final Alarms alarms;
  private final Duration longest;
  private final WorkerGroup workers;
  private final RouteRunner routes;

  /**
   * @param alarms of the suspensions' clock
   * @param longest how long a request waits before it is answered with 408
   * @param workers run the routes of those who name no other group
   */
  public SuspendedRequests(
      Suspensions suspensions,
      Alarms alarms,
      Duration longest,
      WorkerGroup workers,
      RouteRunner routes) {
    this.suspensions = suspensions;
    this.alarms = alarms;
    this.longest = longest;
    this.workers = workers;
    this.routes = routes;
  }

  /** Runs routes of the application. */
  public interface RouteRunner {

    /**
     * Runs a route on a request.
     *
     * @throws Throwable what the route throws
     */
    int run(String route, SipServletRequest request) throws Throwable;

    /**
     * Checks that a route exists.
     *
     * @throws IllegalArgumentException with the nearest names if it does not
     */
    void check(String route);
  }

  /** What follows when a request is resumed. */
  @FunctionalInterface
  public interface Continuation {
    void resume(SipServletRequest request) throws Throwable;
  }

  /**
   * Suspends a request for at most the longest wait.
   *
   * @throws RejectedExecutionException if as many wait as may
   */
  public Handle suspend(SipServletRequest request) {
    return suspend(request, longest);
  }

  /**
   * Suspends a request.
   *
   * @param limit how long it waits before it is answered with 408
   * @throws RejectedExecutionException if as many wait as may
   */
  public Handle suspend(SipServletRequest request, Duration limit) {
    Suspension made = suspensions.suspend(request);
    if (made == null) {
      throw new RejectedExecutionException(
          "request "
              + request.getCallId()
              + " cannot be suspended: "
              + suspensions.size()
              + " wait already, as tmx's max_suspended has it");
    }
    request.getSession().setAttribute(HANDLE, made.handle());
    made.limit(alarms, limit.toNanos(), workers, () -> Finals.requestTimeout(request));
    return made.handle();
  }

  /**
   * Has a route run on a suspended request, in a worker of the usual group.
   *
   * @throws IllegalArgumentException if there is no such route
   */
  public Resumption resume(Handle handle, String route) {
    return resume(handle, route, workers);
  }

  /** As {@link #resume(Handle, String)}, in a worker of a group. */
  public Resumption resume(Handle handle, String route, WorkerGroup group) {
    routes.check(route);
    return resume(handle, request -> routes.run(route, request), group);
  }

  /** Has a continuation run on a suspended request, in a worker of a group. */
  public Resumption resume(Handle handle, Continuation then, WorkerGroup group) {
    Suspension found = suspensions.find(handle);
    if (found == null) {
      return why(handle);
    }
    if (!group.reserve()) {
      return Resumption.REFUSED;
    }
    if (!found.end(State.RESUMED)) {
      group.release();
      return why(handle);
    }
    group.runReserved(() -> run(found.request(), then));
    return Resumption.DONE;
  }

  private static void run(SipServletRequest request, Continuation then) {
    try {
      then.resume(request);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable t) {
      throw new IllegalStateException("a resumed route has failed", t);
    }
  }

  /** Takes a suspended request out; who calls this answers it. */
  public Resumption cancel(Handle handle) {
    Suspension found = suspensions.find(handle);
    return found != null && found.end(State.CANCELLED) ? Resumption.DONE : why(handle);
  }

  /**
   * Takes out what a CANCEL is for; a servlet calls it from {@code doCancel}. The container has
   * answered both by then.
   *
   * @return whether a suspended request was taken out
   */
  public boolean cancelled(SipServletRequest cancel) {
    return cancel.getSession().getAttribute(HANDLE) instanceof Handle handle
        && cancel(handle) == Resumption.DONE;
  }

  private Resumption why(Handle handle) {
    @Nullable State how = suspensions.endOf(handle);
    if (how == null) {
      return Resumption.UNKNOWN;
    }
    return switch (how) {
      case RESUMED -> Resumption.RESUMED_BEFORE;
      case CANCELLED -> Resumption.CANCELLED;
      case TIMED_OUT -> Resumption.TIMED_OUT;
      case DROPPED -> Resumption.DROPPED;
      case SUSPENDED -> Resumption.UNKNOWN;
    };
  }

  /** Answers all that wait with 503: the application ends. */
  public void close() {
    suspensions.drop(left -> Finals.unavailable(left.request()));
  }

  /** The counters. */
  public Suspensions suspensions() {
    return suspensions;
  }
}
