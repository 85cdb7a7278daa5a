package org.escapement.example;

import static javax.servlet.sip.SipServletResponse.SC_SERVER_INTERNAL_ERROR;
import static javax.servlet.sip.SipServletResponse.SC_SERVICE_UNAVAILABLE;

import java.io.IOException;
import javax.annotation.Resource;
import javax.inject.Inject;
import javax.servlet.ServletException;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipURI;
import org.escapement.clock.SystemClocks;
import org.escapement.route.Route;
import org.escapement.shaping.CallQueue;
import org.escapement.shaping.CallQueues;
import org.escapement.shaping.Departure.Outcome;
import org.escapement.suspend.Suspension;
import org.escapement.timer.TimerContext;

/**
 * The classic recipe for shaping calls by hand: INVITEs wait in a queue, and eight workers of a
 * sliced timer let them go, each a few at a time.
 *
 * <p>The timer stands in {@code META-INF/escapement.cfg}: 1,000 tasks in 80 slices of 100 ms are 12
 * or 13 calls for each worker and tick. {@link #start} sets the workers ten slices apart, so that
 * their larger slices do not fall together.
 */
public class Queueing extends SipServlet {

  private static final long serialVersionUID = 1L;

  /** The name of the queue; and of the attribute by which a CANCEL finds its call. */
  private static final String QUEUE = "recipe";

  private static final int SIZE = 10_000;

  private final transient CallQueue queue = new CallQueue(QUEUE, SIZE, SystemClocks.MONOTONIC);

  @Inject private transient CallQueues queues;
  @Resource private transient SipFactory factory;
  private transient SipURI nextHop;

  /** Publishes the queue, so that whoever looks after the server sees its counters. */
  @Override
  public void init() throws ServletException {
    nextHop = (SipURI) factory.createURI(getInitParameter("next_hop"));
    queues.add(queue);
  }

  /**
   * Suspends an INVITE. Its proxy is made when it leaves: from then on the container, not we,
   * answers it and its CANCEL.
   */
  @Override
  protected void doInvite(SipServletRequest invite) throws IOException {
    if (!invite.isInitial()) {
      return; // within a dialog the container is the proxy that it has been from the start
    }
    Suspension call = queue.suspend(invite);
    if (call == null) {
      invite.createResponse(SC_SERVICE_UNAVAILABLE, "Queue full").send();
    } else {
      invite.getSession().setAttribute(QUEUE, call);
    }
  }

  /** The container has answered the CANCEL and its INVITE; the next call gets the turn. */
  @Override
  protected void doCancel(SipServletRequest cancel) {
    if (cancel.getSession().getAttribute(QUEUE) instanceof Suspension call) {
      call.cancel();
    }
  }

  /** Once for each worker, before its first tick. */
  @Route("QUEUE_START")
  void start(TimerContext timer) {
    timer.slice(timer.worker() * 10L);
  }

  /** At each tick of each worker: lets as many calls go as the present slice has tasks. */
  @Route("QUEUE_LOOP")
  void loop(TimerContext timer) {
    for (long task = 0; task < timer.tasks(); task++) {
      if (queue.resume(this::sendOn) == null) {
        return;
      }
    }
  }

  /** Once for each worker when the application stops: no call is left without an answer. */
  @Route("QUEUE_END")
  void end() {
    queue.flush(invite -> answer(invite, SC_SERVICE_UNAVAILABLE));
  }

  private Outcome sendOn(SipServletRequest invite) {
    try {
      Proxy proxy = invite.getProxy(true);
      proxy.setRecordRoute(true);
      proxy.proxyTo(target(invite));
      return Outcome.PASSED;
    } catch (IllegalStateException e) { // a CANCEL was faster than the turn
      return Outcome.CANCELLED;
    } catch (ServletException | RuntimeException e) {
      log("call " + invite.getCallId() + " cannot be sent to " + nextHop, e);
      answer(invite, SC_SERVER_INTERNAL_ERROR);
      return Outcome.FAILED;
    }
  }

  /** The next hop, for the user who is called. */
  private SipURI target(SipServletRequest invite) {
    SipURI target = (SipURI) nextHop.clone();
    if (invite.getRequestURI() instanceof SipURI called) {
      target.setUser(called.getUser());
    }
    return target;
  }

  private void answer(SipServletRequest invite, int status) {
    try {
      invite.createResponse(status).send();
    } catch (IOException | IllegalStateException e) {
      log("call " + invite.getCallId() + " was gone before its answer " + status, e);
    }
  }
}
