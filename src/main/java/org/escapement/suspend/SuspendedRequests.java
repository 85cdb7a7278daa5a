package org.escapement.suspend;

import static javax.servlet.sip.SipServletResponse.SC_REQUEST_TIMEOUT;
import static javax.servlet.sip.SipServletResponse.SC_SERVER_INTERNAL_ERROR;
import static javax.servlet.sip.SipServletResponse.SC_SERVICE_UNAVAILABLE;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.clock.Alarms;
import org.escapement.routing.Waiting;
import org.escapement.suspend.Suspension.State;
import org.escapement.worker.WorkerGroup;
import org.jspecify.annotations.Nullable;

/**
 * Suspends requests and resumes them by a route in a worker, as Kamailio's {@code t_suspend} and
 * {@code t_continue} do. No thread is held while a request waits. Thread-safe.
 */
public final class SuspendedRequests {

  private final Suspensions suspensions;
  private final Alarms alarms;
  private final Duration longest;
  private final WorkerGroup workers;
  private final Application application;

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
      Application application) {
    this.suspensions = suspensions;
    this.alarms = alarms;
    this.longest = longest;
    this.workers = workers;
    this.application = application;
  }

  /** The application's routes, and its answers to requests that no route answers. */
  public interface Application {

    /**
     * What runs a route.
     *
     * @throws IllegalArgumentException with the nearest names if there is none
     */
    Continuation route(String name);

    /** Answers a request, unless it has an answer already. */
    void answer(SipServletRequest request, int status);
  }

  /** What follows when a request is resumed. If it throws, the request is answered with 500. */
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
   * @throws IllegalStateException if it waits already
   */
  public Handle suspend(SipServletRequest request, Duration limit) {
    if (request.getAttribute(Waiting.ATTRIBUTE) instanceof Suspension present && present.waits()) {
      throw new IllegalStateException(
          "request " + request.getCallId() + " waits already, as " + present.handle());
    }
    Suspension made = suspensions.suspend(request);
    if (made == null) {
      throw new RejectedExecutionException(
          "request "
              + request.getCallId()
              + " cannot be suspended: "
              + suspensions.size()
              + " wait already, as tmx's max_suspended has it");
    }
    made.isFor(request);
    made.limit(
        alarms, limit.toNanos(), workers, () -> application.answer(request, SC_REQUEST_TIMEOUT));
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
    return resume(handle, application.route(route), group);
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

  private void run(SipServletRequest request, Continuation then) {
    try {
      then.resume(request);
    } catch (Throwable t) { // the caller waits, whatever it was
      application.answer(request, SC_SERVER_INTERNAL_ERROR);
      throw new IllegalStateException("what went on with " + request.getCallId() + " failed", t);
    }
  }

  /**
   * What runs a route of the application on a resumed request.
   *
   * @throws IllegalArgumentException with the nearest names if there is no such route
   */
  public Continuation route(String name) {
    return application.route(name);
  }

  /** Takes a suspended request out: it is the caller's again, who answers it. */
  public Resumption cancel(Handle handle) {
    Suspension found = suspensions.find(handle);
    if (found == null || !found.cancel()) {
      return why(handle);
    }
    found.request().removeAttribute(Waiting.ATTRIBUTE);
    return Resumption.DONE;
  }

  /**
   * Takes out what a CANCEL is for. A {@link org.escapement.routing.RoutingServlet} does so itself;
   * another servlet calls this from {@code doCancel}. The container has answered both by then.
   *
   * @return whether a suspended request was taken out
   */
  public boolean cancelled(SipServletRequest cancel) {
    return Waiting.cancel(cancel);
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
    suspensions.drop(left -> application.answer(left.request(), SC_SERVICE_UNAVAILABLE));
  }

  /** The counters. */
  public Suspensions suspensions() {
    return suspensions;
  }
}
