package org.escapement.it;

import java.io.IOException;
import javax.inject.Inject;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.suspend.Handle;
import org.escapement.suspend.SuspendedRequests;

/** Resumes for a test outside of the server what the {@link SuspendingRoutes} have suspended. */
@WebServlet("/suspended")
public class ResumingServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient SuspendingRoutes routes;
  @Inject private transient SuspendedRequests suspended;

  /** The handle for {@code user}, or nothing. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Handle handle = routes.handles().get(request.getParameter("user"));
    response.getWriter().print(handle == null ? "" : handle);
  }

  /** Resumes the request of {@code handle} by {@code route}. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response
        .getWriter()
        .print(
            suspended.resume(
                Handle.parse(request.getParameter("handle")), request.getParameter("route")));
  }
}
