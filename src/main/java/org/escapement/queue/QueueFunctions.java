package org.escapement.queue;

import java.util.List;
import org.escapement.route.RouteFunction;
import org.escapement.route.RouteFunction.Request;
import org.escapement.timer.TimerContext;
import org.escapement.variable.VariableContext;
import org.escapement.variable.Variables;

/**
 * What routes call by Kamailio's names. Keys and values are taken as they are: a route expands
 * variables itself, so that a dollar sign in a message's text is none of its business.
 */
final class QueueFunctions {

  private static final int NONE = -1;
  private static final int NO_ITEM = -2;
  private static final int NO_QUEUE = -2;

  private final MessageQueues queues;
  private final Variables variables;

  QueueFunctions(MessageQueues queues, Variables variables) {
    this.queues = queues;
    this.variables = variables;
  }

  List<RouteFunction> list() {
    return List.of(
        new RouteFunction(
            "mq_add",
            3,
            3,
            "QUEUE, KEY, VALUE: adds an item; below 0 when its key keeps it out",
            (request, given) -> queues.add(given.get(0), given.get(1), given.get(2)) ? 1 : NONE),
        new RouteFunction(
            "mq_fetch",
            1,
            1,
            "QUEUE: takes the oldest item and gives it to $mqk and $mqv; -2 when there is none",
            (request, given) -> queues.fetch(given.get(0), context(request)) == null ? NO_ITEM : 1),
        new RouteFunction(
            "mq_pv_free",
            1,
            1,
            "QUEUE: takes the values of $mqk and $mqv away",
            (request, given) -> {
              queues.forget(given.get(0), context(request));
              return 1;
            }),
        new RouteFunction(
            "mq_size",
            1,
            1,
            "QUEUE: how many items it has; -1 for none, -2 when there is no such queue",
            (request, given) ->
                queues.find(given.get(0)).map(QueueFunctions::size).orElse(NO_QUEUE)));
  }

  private static int size(MessageQueue queue) {
    int size = queue.size();
    return size == 0 ? NONE : size;
  }

  /** Of the worker that runs the route. */
  private VariableContext context(Request request) {
    TimerContext timer = request.timer();
    return timer == null ? variables.ofThread() : variables.of(timer);
  }
}
