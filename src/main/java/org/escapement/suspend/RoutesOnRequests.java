package org.escapement.suspend;

import javax.servlet.sip.SipServletRequest;
import org.escapement.route.RequestRoutes;

/** Runs the application's routes. */
public record RoutesOnRequests(RequestRoutes routes) implements SuspendedRequests.RouteRunner {

  @Override
  public int run(String route, SipServletRequest request) throws Throwable {
    return routes.run(route, request);
  }

  @Override
  public void check(String route) {
    routes.check(route);
  }
}
