package org.escapement.async;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.escapement.route.RouteFunction;

/**
 * The functions of Kamailio's {@code async} by their names there. As a Java method cannot go on in
 * its middle, those that sleep take the route that goes on. Each returns 1, or −1 when it is
 * refused.
 */
final class AsyncFunctions {

  private interface Call {
    void on(Async async, RouteFunction.Request request, List<String> arguments) throws Exception;
  }

  private final Supplier<Async> async;

  AsyncFunctions(Supplier<Async> async) {
    this.async = async;
  }

  List<RouteFunction> list() {
    return List.of(
        function(
            "async_route",
            2,
            "ROUTE, SECONDS: sleeps, then runs the route in an async worker",
            (a, r, given) -> a.asyncSleep(r.get(), seconds(given.get(1)), given.get(0))),
        function(
            "async_ms_route",
            2,
            "ROUTE, MILLISECONDS: sleeps, then runs the route in an async worker",
            (a, r, given) -> a.asyncMsSleep(r.get(), millis(given.get(1)), given.get(0))),
        function(
            "async_sleep",
            2,
            "SECONDS, ROUTE: as async_route",
            (a, r, given) -> a.asyncSleep(r.get(), seconds(given.get(0)), given.get(1))),
        function(
            "async_ms_sleep",
            2,
            "MILLISECONDS, ROUTE: as async_ms_route",
            (a, r, given) -> a.asyncMsSleep(r.get(), millis(given.get(0)), given.get(1))),
        function(
            "async_task_route",
            1,
            "ROUTE: runs the route in a worker of the default group",
            (a, r, given) -> a.asyncTaskRoute(r.get(), given.get(0))),
        function(
            "async_task_group_route",
            2,
            "ROUTE, GROUP: runs the route in a worker of the group",
            (a, r, given) -> a.asyncTaskGroupRoute(r.get(), given.get(0), given.get(1))));
  }

  private RouteFunction function(String name, int arguments, String help, Call call) {
    return new RouteFunction(
        name,
        arguments,
        arguments,
        help,
        (request, given) -> {
          try {
            call.on(async.get(), request, given);
            return 1;
          } catch (RejectedExecutionException e) {
            AsyncLog.LOG.refused(name, String.valueOf(e.getMessage()));
            return -1;
          }
        });
  }

  private static int seconds(String text) {
    return Math.toIntExact(millis(text));
  }

  private static long millis(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no time: write a whole number", e);
    }
  }
}
