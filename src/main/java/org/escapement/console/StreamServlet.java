package org.escapement.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.servlet.AsyncContext;
import javax.servlet.annotation.HttpConstraint;
import javax.servlet.annotation.ServletSecurity;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

/**
 * The live stream of the console's page, as server-sent events. A tab takes a thread only for the
 * moment in which something is sent to it.
 */
@WebServlet(urlPatterns = "/console/stream", asyncSupported = true)
@ServletSecurity(@HttpConstraint(rolesAllowed = {"viewer", "operator"}))
public class StreamServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String OPERATOR = "operator";
  private static final String RETRY_SECONDS = "10";

  @Inject private transient Console console;
  @Inject private transient About about;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (console.streams() >= Console.MOST_STREAMS) {
      refuse(response);
      return;
    }
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer(); // Open Liberty ignores a response's first flush: it must not be ours
    AsyncContext context = request.startAsync();
    context.setTimeout(0);
    ServletOutput output = new ServletOutput(context);
    Stream stream = console.open(output, session(request));
    if (stream == null) {
      context.complete();
      return;
    }
    output.start(console, stream);
  }

  private static void refuse(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setHeader("Retry-After", RETRY_SECONDS);
    response.setContentType("text/plain");
    String text =
        "The console is open in "
            + Console.MOST_STREAMS
            + " tabs already, which is the most. Close one; this one tries again by itself.";
    response.getOutputStream().write(text.getBytes(UTF_8));
  }

  private Map<String, Object> session(HttpServletRequest request) {
    Map<String, Object> session = new LinkedHashMap<>(about.tree());
    session.put("user", request.getRemoteUser());
    session.put(OPERATOR, request.isUserInRole(OPERATOR));
    return session;
  }
}
