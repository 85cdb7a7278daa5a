package org.escapement.rpc;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.annotation.WebFilter;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Guards every page and every request of the application, the console's too, as OWASP's sheets ask:
 *
 * <ul>
 *   <li>a request that can change something, and was made by a page of another origin, is refused
 *       with 403: by {@code Origin}, and by {@code Sec-Fetch-Site} where a browser sends no origin;
 *   <li>answers may not be framed, guessed at or kept, tell no referrer, and run no script but the
 *       application's own files.
 * </ul>
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public final class SecurityFilter implements Filter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self';"
          + " base-uri 'none'; frame-ancestors 'none'";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    secure(answer);
    if (http.isSecure()) {
      answer.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (!SAFE.contains(http.getMethod()) && isForeign(http)) {
      answer.sendError(HttpServletResponse.SC_FORBIDDEN, "of another origin");
      return;
    }
    chain.doFilter(request, response);
  }

  static void secure(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
  }

  private static boolean isForeign(HttpServletRequest request) {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      return !isOwn(origin, request);
    }
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && !OWN_SITE.contains(site);
  }

  /** Whether an origin is where the request itself was sent to. */
  private static boolean isOwn(String origin, HttpServletRequest request) {
    try {
      URI uri = URI.create(origin);
      return request.getScheme().equalsIgnoreCase(uri.getScheme())
          && request.getServerName().equalsIgnoreCase(host(uri))
          && request.getServerPort() == port(uri);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static @Nullable String host(URI uri) {
    return uri.getHost();
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
