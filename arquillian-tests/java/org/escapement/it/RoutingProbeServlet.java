package org.escapement.it;

import java.io.IOException;
import javax.inject.Inject;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.statistic.Statistic;
import org.escapement.statistic.Statistics;

/** Shows a test outside of the server which routes ran, and what was counted. */
@WebServlet("/routing")
public class RoutingProbeServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient MessageRoutes routes;
  @Inject private transient Statistics statistics;

  /** The statistic that the parameter {@code count} names; without it the notes of the routes. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String count = request.getParameter("count");
    response
        .getWriter()
        .print(
            count == null
                ? String.join("\n", routes.notes())
                : statistics.find(count).map(Statistic::value).orElseThrow());
  }

  /** Clears the notes. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    routes.notes().clear();
  }
}
