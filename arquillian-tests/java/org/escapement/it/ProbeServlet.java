package org.escapement.it;

import java.io.IOException;
import javax.inject.Inject;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.shaping.CallCounters;
import org.escapement.shaping.CallQueues;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;

/** Shows a test outside of the server the counters of a queue, and gives commands to timers. */
@WebServlet("/probe")
public class ProbeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CallQueues queues;
  @Inject private transient RouteTimers timers;

  /**
   * The counters of the queue that the parameter {@code queue} names, in the order of the record.
   */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CallCounters counters = queues.find(request.getParameter("queue")).orElseThrow().counters();
    response
        .getWriter()
        .printf(
            "%d %d %d %d %d %d %d %d",
            counters.offered(),
            counters.passed(),
            counters.waiting(),
            counters.cancelled(),
            counters.refused(),
            counters.timedOut(),
            counters.failed(),
            counters.longestWaitNanos());
  }

  /** Pauses or resumes the timer that the parameter {@code timer} names, and waits until it is. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    TimerControl timer = timers.timer(request.getParameter("timer"));
    boolean pause = request.getParameter("command").equals("pause");
    if (pause) {
      timer.pause(TimerControl.ALL);
    } else {
      timer.resume(TimerControl.ALL);
    }
    Await.until(
        () -> request.getParameter("command"),
        () -> timer.status().workers().stream().allMatch(worker -> worker.paused() == pause));
  }
}
