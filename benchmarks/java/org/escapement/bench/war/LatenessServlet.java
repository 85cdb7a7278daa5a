package org.escapement.bench.war;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.annotation.Resource;
import javax.enterprise.concurrent.ManagedScheduledExecutorService;
import javax.inject.Inject;
import javax.servlet.ServletException;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.bench.lateness.CLibrary;
import org.escapement.bench.lateness.ExecutorSubject;
import org.escapement.bench.lateness.Measurement;
import org.escapement.bench.lateness.Subject;
import org.escapement.timer.RouteTimers;

/**
 * {@code /lateness/subjects} lists the subjects, {@code /lateness/measure} measures one: {@code
 * subject}, {@code interval} in µs, {@code millis} to measure. Empty if it cannot be so fast.
 * {@code /lateness/cpu} tells the CPU time of the server so far, in nanoseconds.
 */
@WebServlet("/lateness/*")
public class LatenessServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Resource private transient ManagedScheduledExecutorService executor;
  @Inject private transient RouteTimers timers;
  @Inject private transient TickRoute route;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setContentType("text/plain");
    List<Subject> subjects = subjects();
    if ("/subjects".equals(request.getPathInfo())) {
      for (Subject subject : subjects) {
        response.getWriter().println(subject.name());
      }
    } else if ("/cpu".equals(request.getPathInfo())) {
      response.getWriter().println(CLibrary.processCpuNanos());
    } else {
      String name = request.getParameter("subject");
      Subject subject =
          subjects.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
      long micros = Long.parseLong(request.getParameter("interval"));
      long millis = Long.parseLong(request.getParameter("millis"));
      Measurement measurement =
          new Measurement(
              TimeUnit.MICROSECONDS.toNanos(micros), TimeUnit.MILLISECONDS.toNanos(millis));
      response.getWriter().println(measure(measurement, subject));
    }
  }

  private static String measure(Measurement measurement, Subject subject) throws ServletException {
    try {
      return subject.reaches(measurement.intervalNanos()) ? measurement.of(subject).line() : "";
    } catch (Exception e) { // all: whatever a subject cannot do is the answer to the request
      throw new ServletException(subject.name() + " cannot be measured", e);
    }
  }

  private List<Subject> subjects() {
    return List.of(
        new RouteTimerSubject(timers, route),
        new ExecutorSubject("ManagedScheduledExecutorService", executor, true, () -> {}),
        SipTimerSubject.of(getServletContext()));
  }
}
