package org.escapement.routing;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.escapement.parameter.CoreParameters;
import org.escapement.parameter.Parameter;
import org.escapement.route.MessageRoute;
import org.escapement.route.RouteTable;
import org.escapement.text.Nearest;
import org.escapement.text.Position;
import org.escapement.text.Problems;
import org.jspecify.annotations.Nullable;

/**
 * The routes that run for messages, each null when there is none.
 *
 * <p>A route has the name that its core parameter gives, else KEMI's usual name, else that of the
 * block in kamailio.cfg, or of the event of an event_route. A parameter that is set to nothing or
 * {@code none} turns its route off.
 *
 * @param received on every message, before anything else
 * @param preRouting before the request route or the reply route
 * @param request on every request
 * @param reply on every reply
 * @param onsend on a request just before it leaves
 */
record Callbacks(
    @Nullable MessageRoute received,
    @Nullable MessageRoute preRouting,
    @Nullable MessageRoute request,
    @Nullable MessageRoute reply,
    @Nullable MessageRoute onsend) {

  /** No routes at all. */
  static final Callbacks NONE = new Callbacks(null, null, null, null, null);

  /** Finds them; a parameter that names a route which does not exist is a problem. */
  static Callbacks of(RouteTable table, CoreParameters parameters, Problems problems) {
    boolean receives = parameters.bool("received_route_mode");
    Finder finder = new Finder(table, parameters, problems);
    MessageRoute received = finder.find("kemi.received_route_callback", "core:msg-received");
    return new Callbacks(
        receives ? received : null,
        finder.find("kemi.pre_routing_callback", "core:pre-routing"),
        first(table, "ksr_request_route", "request_route"),
        finder.find("kemi.reply_route_callback", "reply_route"),
        finder.find("kemi.onsend_route_callback", "onsend_route"));
  }

  private static @Nullable MessageRoute first(RouteTable table, String... names) {
    return Stream.of(names).map(table::find).flatMap(Optional::stream).findFirst().orElse(null);
  }

  /** All that there are, with what they are for. */
  List<String> lines() {
    return Stream.of(
            line("received", received),
            line("pre-routing", preRouting),
            line("request", request),
            line("reply", reply),
            line("onsend", onsend))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> line(String what, @Nullable MessageRoute route) {
    return route == null ? Optional.empty() : Optional.of(what + ": " + route);
  }

  private record Finder(RouteTable table, CoreParameters parameters, Problems problems) {

    @Nullable MessageRoute find(String name, String block) {
      Parameter parameter = parameters.get(name);
      Optional<String> route = parameters.text(name);
      if (!parameter.isSet()) {
        return route.isPresent() ? first(table, route.get(), block) : first(table, block);
      }
      if (route.isEmpty()) {
        return null;
      }
      Optional<MessageRoute> found = table.find(route.get());
      if (found.isEmpty()) {
        problems.add(
            Position.of(parameter.origin().toString()),
            name + " names the route " + route.get() + ", which does not exist",
            Nearest.advice("route", route.get(), table.names()));
      }
      return found.orElse(null);
    }
  }
}
