package org.escapement.it;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.parameter.BoolParameter;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.IntParameter;
import org.escapement.parameter.Level;
import org.escapement.parameter.Param;
import org.escapement.parameter.ParameterChanges;
import org.escapement.parameter.ParameterFaultException;

/** Shows and changes parameters as an application sees them. */
@WebServlet("/parameters")
public class ParametersServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject private transient CoreParameters parameters;

  @Inject
  @Param("max_branches")
  private int branches;

  @Inject
  @Param("max_while_loops")
  private long loops;

  @Inject
  @Param("auto_aliases")
  private boolean aliases;

  @Inject
  @Param("ser_kill_timeout")
  private transient Duration exitTimeout;

  @Inject
  @Param("log_facility")
  private String facility;

  @Inject
  @Param("latency_log")
  private transient Level latencyLog;

  @Inject
  @Param("server_header")
  private transient Optional<String> header;

  @Inject
  @Param("advertised_port")
  private transient Optional<Integer> port;

  @Inject
  @Param("debug")
  private transient IntParameter debug;

  @Inject
  @Param("force_rport")
  private transient BoolParameter rport;

  /** What is injected, or the value and source of the parameter {@code name}. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String name = request.getParameter("name");
    response
        .getWriter()
        .print(
            name == null
                ? String.join(
                    " ",
                    Integer.toString(branches),
                    Long.toString(loops),
                    Boolean.toString(aliases),
                    exitTimeout.toString(),
                    facility,
                    latencyLog.toString(),
                    header.toString(),
                    port.toString(),
                    debug.toString(),
                    rport.toString())
                : parameters.get(name).text() + " " + parameters.get(name).origin());
  }

  /** Sets the parameter {@code name} to {@code value}, or resets it when that is missing. */
  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ParameterChanges changes = new ParameterChanges(parameters, "test");
    try {
      String name = request.getParameter("name");
      String value = request.getParameter("value");
      if (value == null) {
        changes.reset("core", name);
      } else {
        changes.setNow("core", name, value);
      }
    } catch (ParameterFaultException e) {
      response.sendError(e.code(), e.getMessage());
    }
  }
}
