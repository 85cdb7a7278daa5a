package org.escapement.route;

/** The run of a route. Valid only while the route runs, and only on its thread. */
public interface RouteContext {

  /** What a guarded loop does again and again. */
  @FunctionalInterface
  interface Turn {

    /**
     * Does one turn.
     *
     * @return whether to go on
     */
    boolean next() throws Throwable;
  }

  /** The name of the running route. */
  String route();

  /**
   * Runs another route within this one, as {@code route(NAME)} does in kamailio.cfg, with the same
   * timer, message and synthetic request.
   *
   * @return its result
   * @throws IllegalArgumentException if there is no such route
   * @throws RouteLimitException if routes are nested deeper than {@code max_recursive_level}
   * @throws Throwable what the route throws
   */
  int call(String route) throws Throwable;

  /**
   * Calls a function that a module brings, such as {@code function("lock", "key")}.
   *
   * @param arguments each is given as its text
   * @return as Kamailio's functions: above 0 for true, below 0 for false or an error
   * @throws IllegalArgumentException if there is no such function, or an argument is wrong
   * @throws Exception what the function throws
   */
  int function(String name, Object... arguments) throws Exception;

  /**
   * Repeats a turn until it returns false, as {@code while} does in kamailio.cfg.
   *
   * @return how many turns there were
   * @throws RouteLimitException if it would go on after {@code max_while_loops} turns
   * @throws Throwable what the turn throws
   */
  int loop(Turn turn) throws Throwable;
}
