package org.escapement.route;

/** The run of a route. Valid only while the route runs, and only on its thread. */
public interface RouteContext {

  /** The name of the running route. */
  String route();

  /**
   * Runs another route within this one, as {@code route(NAME)} does in kamailio.cfg, with the same
   * timer and the same synthetic request.
   *
   * @return its result
   * @throws IllegalArgumentException if there is no such route
   * @throws IllegalStateException if routes are nested deeper than {@value RouteRun#MAX_DEPTH}
   * @throws Throwable what the route throws
   */
  int call(String route) throws Throwable;
}
