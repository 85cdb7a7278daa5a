package org.escapement.route;

import javax.servlet.ServletException;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.message.WorkerState;
import org.escapement.timer.TimerContext;
import org.jspecify.annotations.Nullable;

/** Routes that run for a timer, with the worker and its synthetic request. One per worker. */
final class TimerRun extends RouteRun {

  private final WorkerState.Store store;
  private final TimerContext timer;
  private final RouteFunction.Request ofTimer =
      new RouteFunction.Request() {
        @Override
        public SipServletRequest get() throws ServletException {
          return request();
        }

        @Override
        public TimerContext timer() {
          return timer;
        }
      };
  private @Nullable WorkerState state;

  TimerRun(RouteTable table, WorkerState.Store store, TimerContext timer) {
    super(table);
    this.store = store;
    this.timer = timer;
  }

  @Override
  TimerContext timer() {
    return timer;
  }

  @Override
  SipServletRequest request() throws ServletException {
    WorkerState present = state;
    if (present == null) {
      present = store.open(timer);
      state = present;
    }
    return present.request();
  }

  @Override
  RouteFunction.Request functionRequest() {
    return ofTimer;
  }

  @Override
  SipServletResponse response() {
    throw lacks("a reply", "a timer");
  }

  @Override
  MessageContext handled() {
    throw lacks("a message", "a timer");
  }

  void close() {
    WorkerState present = state;
    state = null;
    if (present != null) {
      present.close();
    }
  }
}
