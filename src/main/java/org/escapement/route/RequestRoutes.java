package org.escapement.route;

import javax.servlet.sip.SipServletRequest;

/** Runs routes on requests that are resumed or handed over. Thread-safe. */
public final class RequestRoutes {

  private final RouteTable table;

  public RequestRoutes(RouteTable table) {
    this.table = table;
  }

  /**
   * Runs a route on a request, on the calling thread.
   *
   * @return its result
   * @throws IllegalArgumentException if there is no such route
   * @throws Throwable what the route throws
   */
  public int run(String route, SipServletRequest request) throws Throwable {
    return new RequestRun(table, request).run(table.route(route));
  }

  /**
   * Checks that a route exists.
   *
   * @throws IllegalArgumentException with the nearest names if it does not
   */
  public void check(String route) {
    var unused = table.route(route);
  }
}
