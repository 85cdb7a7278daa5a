package org.escapement.suspend;

import static org.escapement.command.Parameter.number;
import static org.escapement.command.Parameter.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.escapement.command.Arguments;
import org.escapement.command.Command;
import org.escapement.command.FaultException;
import org.escapement.command.Reply;

/** {@code tmx.*}: what operators and other systems see of suspended requests, and do with them. */
final class SuspendCommands {

  private static final int MOST_LISTED = 1_000;
  private static final String CONTINUED = "Successfully continued";

  private final Supplier<SuspendedRequests> requests;

  SuspendCommands(Supplier<SuspendedRequests> requests) {
    this.requests = requests;
  }

  List<Command> commands() {
    return List.of(
        Command.named("tmx.list", "Lists the suspended requests, at most " + MOST_LISTED)
            .answered(Reply.each(List.of(view(new Handle(0, 1), "INVITE", "3a7c@10.0.0.1"))))
            .does((arguments, caller) -> Reply.each(list())),
        Command.named("tmx.continue", "Runs a route on a suspended request in a worker")
            .takes(
                number("index", "of the request's handle"),
                number("label", "of the request's handle"),
                text("route", "what goes on with it"))
            .changing()
            .example(0L, 1L, "GO_ON")
            .answered(Reply.of(CONTINUED))
            .does((arguments, caller) -> resume(arguments)));
  }

  private List<Map<String, Object>> list() {
    return requests.get().suspensions().list(MOST_LISTED).stream()
        .map(s -> view(s.handle(), s.request().getMethod(), s.request().getCallId()))
        .toList();
  }

  private static Map<String, Object> view(Handle handle, String method, String callId) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("index", (long) handle.index());
    view.put("label", (long) handle.label());
    view.put("method", method);
    view.put("callid", callId);
    return view;
  }

  private Reply resume(Arguments arguments) {
    Handle handle;
    Resumption done;
    try {
      handle =
          new Handle(
              Math.toIntExact(arguments.number("index")),
              Math.toIntExact(arguments.number("label")));
      done = requests.get().resume(handle, arguments.text("route"));
    } catch (ArithmeticException | IllegalArgumentException e) {
      throw new FaultException(400, String.valueOf(e.getMessage()));
    }
    return switch (done) {
      case DONE -> Reply.of(CONTINUED);
      case REFUSED -> throw new FaultException(503, "The workers' queue is full; try again");
      default -> throw new FaultException(404, "Request " + handle + " does not wait: " + done);
    };
  }
}
