package org.escapement.route;

import javax.servlet.ServletException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.message.WorkerState;
import org.escapement.timer.TimerContext;
import org.jspecify.annotations.Nullable;

/**
 * What a route's parameters come from: the worker that runs it, its request and its place among
 * nested routes. One per worker.
 */
final class RouteRun implements RouteContext {

  /** Kamailio's default of {@code max_recursive_level}. */
  static final int MAX_DEPTH = 256;

  private final RouteTable table;
  private final WorkerState.Store store;
  private final TimerContext timer;
  private @Nullable WorkerState state;
  private String route = "";
  private int depth;

  RouteRun(RouteTable table, WorkerState.Store store, TimerContext timer) {
    this.table = table;
    this.store = store;
    this.timer = timer;
  }

  int run(CallableRoute bound) throws Throwable {
    if (depth == MAX_DEPTH) {
      throw new IllegalStateException(
          "route " + bound.name() + " is nested deeper than " + MAX_DEPTH + " routes");
    }
    String outer = route;
    route = bound.name();
    depth++;
    RouteWatch watch = table.watch();
    boolean timed = watch.isOn();
    long begin = timed ? System.nanoTime() : 0;
    try {
      return bound.invoke(this);
    } finally {
      depth--;
      route = outer;
      if (timed) {
        watch.called(bound.name(), bound.declaration().position(), System.nanoTime() - begin);
      }
    }
  }

  @Override
  public String route() {
    return route;
  }

  @Override
  public int call(String name) throws Throwable {
    return run(table.route(name));
  }

  TimerContext timer() {
    return timer;
  }

  RouteContext context() {
    return this;
  }

  SipServletRequest request() throws ServletException {
    WorkerState present = state;
    if (present == null) {
      present = store.open(timer);
      state = present;
    }
    return present.request();
  }

  void close() {
    WorkerState present = state;
    state = null;
    if (present != null) {
      present.close();
    }
  }
}
