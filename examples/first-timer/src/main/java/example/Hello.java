package example;

import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletRequest;
import org.escapement.route.Route;
import org.escapement.route.RouteTimer;
import org.escapement.timer.TimerContext;

/** Counts its ticks on the synthetic request, which lasts from start to end. */
@RouteTimer(
    name = "hello",
    interval = "1s",
    start = "HELLO_START",
    loop = "HELLO_LOOP",
    end = "HELLO_END")
public class Hello extends SipServlet {

  private static final long serialVersionUID = 1L;

  @Route("HELLO_START")
  void begin(SipServletRequest state) {
    state.setAttribute("ticks", 0);
  }

  @Route("HELLO_LOOP")
  int tick(TimerContext timer, SipServletRequest state) {
    int ticks = (Integer) state.getAttribute("ticks") + 1;
    state.setAttribute("ticks", ticks);
    System.out.println(
        timer.name() + ": tick " + ticks + ", " + timer.latenessNanos() + " ns late");
    return ticks < 5 ? 1 : -1;
  }

  @Route("HELLO_END")
  void finish(SipServletRequest state) {
    System.out.println("ended after " + state.getAttribute("ticks") + " ticks");
  }
}
