package org.escapement.it;

import javax.enterprise.context.ApplicationScoped;
import javax.servlet.sip.SipServletRequest;
import org.escapement.route.Route;
import org.escapement.timer.TimerContext;

/**
 * Notes in system properties how often its routes ran, and whether an end route ran on a fresh
 * bean: properties outlive the application.
 */
@ApplicationScoped
public class NotingRoutes {

  static final String NOTE = "it.undeploy.";

  private boolean ran;

  @Route("RUN")
  void run(TimerContext timer, SipServletRequest request) {
    ran = true;
    note("run", timer);
  }

  @Route("RUN_ONCE")
  int runOnce(TimerContext timer) {
    ran = true;
    note("run", timer);
    return -1;
  }

  @Route("END")
  void end(TimerContext timer, SipServletRequest request) {
    note(ran ? "end" : "fresh", timer);
  }

  private static void note(String route, TimerContext timer) {
    String key = NOTE + route + '.' + timer.name() + '/' + timer.worker();
    System.setProperty(key, Integer.toString(Integer.getInteger(key, 0) + 1));
  }
}
