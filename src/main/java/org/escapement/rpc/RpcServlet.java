package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import javax.servlet.annotation.HttpConstraint;
import javax.servlet.annotation.ServletSecurity;
import javax.servlet.annotation.WebServlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.command.Caller;
import org.escapement.command.CommandTable;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /rpc}: JSON-RPC 2.0 over HTTP. The body must be {@code application/json}, which a
 * page of another origin cannot send unasked, and at most {@value #LONGEST} bytes.
 */
@WebServlet(name = "rpc", urlPatterns = "/rpc")
@ServletSecurity(@HttpConstraint(rolesAllowed = {"viewer", "operator"}))
public class RpcServlet extends HttpServlet {

  static final int LONGEST = 65_536;

  private static final long serialVersionUID = 1L;
  private static final String JSON = "application/json";

  @Inject private transient CommandTable commands;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!isJson(request.getContentType())) {
      response.sendError(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "send " + JSON);
      return;
    }
    byte[] body;
    try {
      body = request.getInputStream().readNBytes(LONGEST + 1);
    } catch (IOException e) { // cut off, or slower than the server waits: not worth a line of log
      response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT, "the body did not come");
      return;
    }
    if (body.length > LONGEST) {
      send(
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          JsonRpc.error(JsonRpc.INVALID_REQUEST, "Invalid Request: most " + LONGEST + " bytes"));
      return;
    }
    Optional<String> answer =
        new JsonRpc(commands).answer(new String(body, UTF_8), caller(request));
    if (answer.isPresent()) {
      send(response, HttpServletResponse.SC_OK, answer.get());
    } else {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    }
  }

  private static Caller caller(HttpServletRequest request) {
    String user = String.valueOf(request.getRemoteUser());
    String origin = request.getScheme() + ' ' + request.getRemoteAddr();
    return new Caller(user, origin, request.isUserInRole("operator"));
  }

  private static boolean isJson(@Nullable String type) {
    return type != null && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
  }

  private static void send(HttpServletResponse response, int status, String json)
      throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    response.setStatus(status);
    response.setContentType(JSON);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
