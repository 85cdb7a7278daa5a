package org.escapement.route;

import javax.servlet.ServletException;
import javax.servlet.sip.SipServletRequest;
import org.escapement.StandIn;
import org.escapement.message.WorkerState;
import org.escapement.timer.TimerContext;

/** Makes a new request for each state, and counts. */
final class FakeStates implements WorkerState.Store {

  int opened;
  int closed;
  boolean refuses;

  /** The last one made. */
  SipServletRequest request;

  @Override
  public WorkerState open(TimerContext timer) throws ServletException {
    if (refuses) {
      throw new ServletException("no request today");
    }
    opened++;
    SipServletRequest made = StandIn.of(SipServletRequest.class, "request " + opened);
    request = made;
    return new WorkerState() {
      @Override
      public SipServletRequest request() {
        return made;
      }

      @Override
      public void close() {
        closed++;
      }
    };
  }
}
