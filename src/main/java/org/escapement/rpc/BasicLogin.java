package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.Set;
import javax.enterprise.context.ApplicationScoped;
import javax.inject.Inject;
import javax.security.enterprise.AuthenticationException;
import javax.security.enterprise.AuthenticationStatus;
import javax.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import javax.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.login.Login;
import org.escapement.login.Login.Result;
import org.jspecify.annotations.Nullable;

/**
 * Logs in by HTTP Basic (RFC 7617), for browsers and scripts alike. There is no session and so no
 * cookie: each request carries its log-in.
 *
 * <p>Over plain HTTP it is taken from this machine only; from others it has to come over TLS.
 */
@ApplicationScoped
public class BasicLogin implements HttpAuthenticationMechanism {

  private static final String SCHEME = "Basic ";
  private static final String CHALLENGE = "Basic realm=\"Escapement\", charset=\"UTF-8\"";
  private static final String CALLER = "caller";
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject private Login login;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws AuthenticationException {
    try {
      return validate(request, response, context);
    } catch (IOException e) {
      throw new AuthenticationException("the answer to a log-in could not be sent", e);
    }
  }

  private AuthenticationStatus validate(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
      throws IOException {
    if (isCall(request)) {
      return context.isProtected()
          ? context.notifyContainerAboutLogin(CALLER, Set.of(CALLER))
          : context.doNothing();
    }
    String[] credentials = credentials(request.getHeader("Authorization"));
    if (credentials == null) {
      return context.isProtected() ? challenge(response) : context.doNothing();
    }
    if (!request.isSecure() && !isLocal(request.getRemoteAddr())) {
      return refuse(response, HttpServletResponse.SC_FORBIDDEN, "use https from other machines");
    }
    String user = credentials[0];
    String address = request.getRemoteAddr();
    Result result = login.attempt(user, credentials[1], address);
    if (result instanceof Result.Granted granted) {
      return context.notifyContainerAboutLogin(user, granted.role().names());
    }
    if (result instanceof Result.Later later) {
      response.setHeader("Retry-After", Long.toString(later.seconds()));
      return refuse(response, TOO_MANY_REQUESTS, "too many attempts");
    }
    if (result instanceof Result.Denied denied && denied.locked()) {
      RpcLog.LOG.locked(Texts.line(user), address, Login.lockSeconds());
    }
    return challenge(response);
  }

  /**
   * Open Liberty has SIP requests go this way, too. Who calls is no user of the pages, but must
   * pass where everything is closed to others.
   */
  private static boolean isCall(HttpServletRequest request) {
    String protocol = request.getProtocol(); // Open Liberty's has no version
    return protocol.equals("SIP") || protocol.startsWith("SIP/");
  }

  private static AuthenticationStatus challenge(HttpServletResponse response) throws IOException {
    response.setHeader("WWW-Authenticate", CHALLENGE);
    return refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "log in");
  }

  private static AuthenticationStatus refuse(HttpServletResponse response, int status, String text)
      throws IOException {
    SecurityFilter.secure(response);
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(text);
    return AuthenticationStatus.SEND_FAILURE;
  }

  /** Name and password, or null if there are none. */
  private static String @Nullable [] credentials(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String both = new String(bytes, UTF_8);
      int colon = both.indexOf(':');
      return colon < 0 ? null : new String[] {both.substring(0, colon), both.substring(colon + 1)};
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean isLocal(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress(); // an address: no name is looked up
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
