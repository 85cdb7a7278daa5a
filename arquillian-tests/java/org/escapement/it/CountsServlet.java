package org.escapement.it;

import java.io.IOException;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.statistic.Statistic;
import org.escapement.statistic.Statistics;

/** Shows all statistics to a test outside of the server. */
@WebServlet("/counts")
public class CountsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient Statistics statistics;

  /** Lines of {@code group:name value}, of the groups that the parameter {@code group} names. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    StringBuilder lines = new StringBuilder();
    for (String group : request.getParameterValues("group")) {
      lines.append(
          statistics.select(group + ':').stream()
              .map(CountsServlet::line)
              .collect(Collectors.joining()));
    }
    response.getWriter().print(lines);
  }

  private static String line(Statistic statistic) {
    return statistic.group() + ':' + statistic.name() + ' ' + statistic.value() + '\n';
  }
}
