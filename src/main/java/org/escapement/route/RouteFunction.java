package org.escapement.route;

import java.util.List;
import javax.servlet.sip.SipServletRequest;
import org.escapement.timer.TimerContext;
import org.jspecify.annotations.Nullable;

/**
 * A function that a module brings for routes, called by {@link RouteContext#function}.
 *
 * @param name unique, as Kamailio calls it
 * @param least the fewest arguments it takes
 * @param most the most arguments it takes
 * @param help what it does, one sentence without its full stop
 */
public record RouteFunction(String name, int least, int most, String help, Body body) {

  /** What a function does. Called by any number of threads at the same time. */
  @FunctionalInterface
  public interface Body {

    /**
     * Carries the function out.
     *
     * @param request what the route runs for; a timer's synthetic one, made only if it is asked for
     * @return as Kamailio's: above 0 for true, below 0 for false or an error
     */
    int call(Request request, List<String> arguments) throws Exception;
  }

  /** The request that the calling route runs for. */
  @FunctionalInterface
  public interface Request {
    SipServletRequest get() throws Exception;

    /** The timer whose worker runs the route; null outside of timers' routes. */
    default @Nullable TimerContext timer() {
      return null;
    }
  }

  /**
   * Checks the number of arguments, and calls.
   *
   * @throws IllegalArgumentException if there are too few or too many
   */
  int call(Request request, List<String> arguments) throws Exception {
    if (arguments.size() < least || arguments.size() > most) {
      throw new IllegalArgumentException(
          "function "
              + name
              + " takes "
              + (least == most ? String.valueOf(least) : least + " to " + most)
              + " arguments, not "
              + arguments.size());
    }
    return body.call(request, arguments);
  }
}
