package org.escapement.timer;

import org.escapement.timer.TimerStatus.State;
import org.jspecify.annotations.Nullable;

/**
 * Calls the body of one worker: never once the gate is shut, and letting nothing out that it
 * throws.
 *
 * <p>For the worker's steps alone, except where said otherwise.
 */
final class BodyCalls {

  /** The result of a loop route that failed: the worker goes on. */
  private static final int GO_ON = 1;

  private static final int GO_TO_END = -1;

  private final TimerDefinition definition;
  private final WorkerContext context;
  private final WorkerBody body;
  private final WorkerCounters counters;
  private final FailureListener listener;
  private final RouteGate gate = new RouteGate();
  private boolean open;

  BodyCalls(
      TimerDefinition definition,
      WorkerContext context,
      WorkerBody body,
      WorkerCounters counters,
      FailureListener listener) {
    this.definition = definition;
    this.context = context;
    this.body = body;
    this.counters = counters;
    this.listener = listener;
  }

  /** For any thread. */
  RouteGate gate() {
    return gate;
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Makes the state of a new run; half-made state is dropped again.
   *
   * @param next the route that is to run next
   * @return false if that failed or the gate is shut
   */
  boolean open(State next) {
    if (!gate.enter()) {
      return false;
    }
    Throwable failure = null;
    try {
      body.open(context);
    } catch (Throwable e) { // whatever the application throws, its worker lives on
      failure = e;
    }
    open = true;
    gate.leave(true);
    if (failure != null) {
      failed(next, failure);
      close();
    }
    return failure == null;
  }

  /**
   * Runs a route.
   *
   * @return its result, or what stands for it if it failed or the gate is shut
   */
  int run(State route, long dueNanos, long latenessNanos) {
    if (!gate.enter()) {
      return GO_TO_END;
    }
    context.enter(route, dueNanos, latenessNanos);
    try {
      return call(route);
    } catch (Throwable e) { // whatever the application throws, its worker lives on
      failed(route, e);
      return route == State.LOOP ? GO_ON : GO_TO_END;
    } finally {
      context.leave();
      gate.leave(open);
    }
  }

  private int call(State route) throws Throwable {
    return switch (route) {
      case START -> body.start(context);
      case LOOP -> body.loop(context);
      case END -> {
        body.end(context);
        yield GO_ON;
      }
    };
  }

  /** Drops the state of the run, if there is any. */
  void close() {
    if (!open || !gate.enter()) {
      return;
    }
    open = false;
    try {
      body.close();
    } catch (Throwable e) { // whatever the application throws, its worker lives on
      counters.failed();
      report(() -> TimerLog.LOG.closeFailed(definition.name(), context.worker(), e));
    } finally {
      gate.leave(false);
    }
  }

  private void failed(State route, Throwable e) {
    counters.failed();
    String timer = definition.name();
    String name = String.valueOf(routeName(route));
    int worker = context.worker();
    report(() -> TimerLog.LOG.routeFailed(timer, route, name, worker, e));
    report(() -> listener.failed(timer, worker, route, name, e));
    if (e instanceof Error) {
      report(() -> TimerLog.LOG.routeRaisedError(timer, route, name, e.toString(), worker));
    }
  }

  private @Nullable String routeName(State route) {
    return switch (route) {
      case START -> definition.start();
      case LOOP -> definition.loop();
      case END -> definition.end();
    };
  }

  private static void report(Runnable message) {
    try {
      message.run();
    } catch (Throwable e) { // a log that fails, for want of memory or disk, must not end the worker
      return;
    }
  }
}
