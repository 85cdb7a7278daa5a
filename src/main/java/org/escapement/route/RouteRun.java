package org.escapement.route;

import java.util.Arrays;
import javax.servlet.ServletException;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.escapement.timer.TimerContext;

/**
 * What a route's parameters come from, and its place among nested routes. Used by one thread at a
 * time.
 */
abstract class RouteRun implements RouteContext {

  private final RouteTable table;
  private final RouteRules rules;
  private String route = "";
  private int depth;

  RouteRun(RouteTable table) {
    this.table = table;
    this.rules = table.rules();
  }

  int run(CallableRoute bound) throws Throwable {
    int deepest = rules.maxDepth().getAsInt();
    if (depth >= deepest) {
      throw new RouteLimitException(
          "route "
              + bound.name()
              + " is nested deeper than "
              + deepest
              + " routes; raise max_recursive_level, or end the recursion");
    }
    String outer = route;
    route = bound.name();
    depth++;
    rules.prefix().routeCalled();
    try {
      return rules.latency().limitsCalls() ? timed(bound) : bound.invoke(this);
    } finally {
      depth--;
      route = outer;
      rules.prefix().routeCalled();
      if (depth == 0) {
        table.ended(bound.name());
      }
    }
  }

  private int timed(CallableRoute bound) throws Throwable {
    long begin = System.nanoTime();
    try {
      return bound.invoke(this);
    } finally {
      rules.latency().call(bound.name(), bound.declaration().position(), System.nanoTime() - begin);
    }
  }

  @Override
  public String route() {
    return route;
  }

  @Override
  public int call(String name) throws Throwable {
    return run(table.route(name));
  }

  @Override
  public int function(String name, Object... arguments) throws Exception {
    return table
        .function(name)
        .call(functionRequest(), Arrays.stream(arguments).map(String::valueOf).toList());
  }

  /** What a function that is called may ask of this run. */
  RouteFunction.Request functionRequest() {
    return this::request;
  }

  @Override
  public int loop(Turn turn) throws Throwable {
    int turns = 1;
    while (turn.next()) {
      int most = rules.maxTurns().getAsInt();
      if (most > 0 && turns >= most) {
        throw new RouteLimitException(
            "a loop in route "
                + route
                + " would go on after "
                + most
                + " turns; raise max_while_loops, or end the loop");
      }
      turns++;
    }
    return turns;
  }

  RouteContext context() {
    return this;
  }

  /** The timer whose route runs. */
  abstract TimerContext timer();

  /** The message that is handled. */
  abstract MessageContext handled();

  /** The request that is handled, or answered, or a worker's synthetic one. */
  abstract SipServletRequest request() throws ServletException;

  /** The reply that is handled. */
  abstract SipServletResponse response();

  final SipServletMessage message() {
    return handled().message();
  }

  final IllegalStateException lacks(String what, String subject) {
    return new IllegalStateException(
        "route " + route + " takes " + what + ", which there is not when it runs for " + subject);
  }
}
