package org.escapement.rpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Base64;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.escapement.login.Login;
import org.escapement.login.Login.Result;
import org.escapement.login.Role;
import org.jspecify.annotations.Nullable;

/**
 * HTTP Basic (RFC 7617), for browsers and scripts alike. There is no session and so no cookie: each
 * request carries its log-in.
 *
 * <p>Over plain HTTP it is taken from this machine only; from others it has to come over TLS.
 * Thread-safe.
 */
public final class BasicAuthentication {

  private static final String SCHEME = "Basic ";
  private static final String CHALLENGE = "Basic realm=\"Escapement\", charset=\"UTF-8\"";
  private static final int TOO_MANY_REQUESTS = 429;

  /** Who sends a request. */
  public record User(String name, Role role) {}

  private final Login login;

  public BasicAuthentication(Login login) {
    this.login = login;
  }

  /** Whether a request tries to log in. */
  public static boolean isTried(HttpServletRequest request) {
    return credentials(request.getHeader("Authorization")) != null;
  }

  /**
   * Finds out who sends a request.
   *
   * @return empty if nobody who may come in; the response then says so
   */
  public Optional<User> user(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String[] credentials = credentials(request.getHeader("Authorization"));
    if (credentials == null) {
      challenge(request, response);
      return Optional.empty();
    }
    String address = request.getRemoteAddr();
    if (!request.isSecure() && !isLocal(address)) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, "use https from other machines");
      return Optional.empty();
    }
    Result result = login.attempt(credentials[0], credentials[1], address);
    if (result instanceof Result.Granted granted) {
      return Optional.of(new User(credentials[0], granted.role()));
    }
    if (result instanceof Result.Later later) {
      response.setHeader("Retry-After", Long.toString(later.seconds()));
      refuse(response, TOO_MANY_REQUESTS, "too many attempts");
    } else {
      if (result instanceof Result.Denied denied && denied.locked()) {
        RpcLog.LOG.locked(Texts.line(credentials[0]), address, Login.lockSeconds());
      }
      challenge(request, response);
    }
    return Optional.empty();
  }

  /**
   * Asks for a log-in. What the scripts of a page ask for is refused in a scheme that no browser
   * knows, because it would wait for its user then, and the page could not say what is the matter.
   */
  public static void challenge(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean byScript = request.getHeader("X-Requested-With") != null;
    response.setHeader("WWW-Authenticate", byScript ? "X-" + CHALLENGE : CHALLENGE);
    refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "log in");
  }

  private static void refuse(HttpServletResponse response, int status, String text)
      throws IOException {
    SecurityFilter.secure(response);
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().println(text);
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
