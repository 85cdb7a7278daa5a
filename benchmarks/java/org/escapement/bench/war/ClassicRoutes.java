package org.escapement.bench.war;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.enterprise.context.ApplicationScoped;
import javax.servlet.sip.Proxy;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.TooManyHopsException;
import org.escapement.route.Route;
import org.escapement.timer.TimerContext;

/**
 * Shaping as it is done with slices: INVITEs wait in a queue, and at each tick each worker lets as
 * many of them go as its slice has tasks.
 */
@ApplicationScoped
public class ClassicRoutes {

  private static final int SLICES_APART = 10;

  private final Queue<SipServletRequest> calls = new ConcurrentLinkedQueue<>();

  void add(SipServletRequest invite) {
    calls.add(invite);
  }

  @Route("CLASSIC_START")
  void start(TimerContext timer) {
    timer.slice((long) timer.worker() * SLICES_APART);
  }

  @Route("CLASSIC_LOOP")
  void loop(TimerContext timer) throws IOException, TooManyHopsException {
    for (long task = 0; task < timer.tasks(); task++) {
      SipServletRequest invite = calls.poll();
      if (invite == null) {
        return;
      }
      Proxy proxy = invite.getProxy(true);
      proxy.setRecordRoute(true);
      proxy.setSupervised(true);
      proxy.proxyTo(invite.getRequestURI());
    }
  }
}
