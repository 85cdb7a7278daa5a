package org.escapement.shaping;

import static org.escapement.command.Parameter.text;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.escapement.command.Arguments;
import org.escapement.command.Command;
import org.escapement.command.FaultException;
import org.escapement.command.Parameter;
import org.escapement.command.Reply;
import org.escapement.text.Nearest;
import org.escapement.timer.Interval;

/** {@code shaper.*}: what operators see of queues, and do with them. */
public final class ShaperCommands {

  private static final Parameter NAME = text("name", "the queue");
  private static final List<String> SETTABLE = List.of("rate", "burst", "max_wait");

  private final CallQueues queues;

  public ShaperCommands(CallQueues queues) {
    this.queues = queues;
  }

  public List<Command> commands() {
    return List.of(
        Command.named("shaper.list", "Lists the queues with their settings and counters")
            .answered(Reply.of(Map.of("customer_1", example())))
            .does((arguments, caller) -> Reply.of(list())),
        Command.named("shaper.set", "Changes a queue; a new rate acts from its next turn on")
            .takes(
                NAME,
                text("attribute", "rate, burst or max_wait"),
                text("value", "as in its definition"))
            .changing()
            .example("customer_1", "rate", 80L)
            .answered(Reply.of("Successfully set rate"))
            .does((arguments, caller) -> set(arguments)),
        order("drain", "Refuses new calls and lets those that wait go", "draining"),
        order("pause", "Holds all calls of a queue; they still time out", "paused"),
        order("continue", "Ends the pause or the drain of a queue", "continued"));
  }

  private Command order(String order, String help, String done) {
    String answer = "Successfully " + done + " queue";
    return Command.named("shaper." + order, help)
        .takes(NAME)
        .changing()
        .example("customer_1")
        .answered(Reply.of(answer))
        .does(
            (arguments, caller) -> {
              QueueControl queue = find(arguments);
              switch (order) {
                case "drain" -> queue.drain();
                case "pause" -> queue.pause();
                default -> queue.resume();
              }
              return Reply.of(answer);
            });
  }

  private QueueControl find(Arguments arguments) {
    String name = arguments.text("name");
    return queues
        .control(name)
        .orElseThrow(() -> new FaultException(404, "Could not find queue " + name));
  }

  private Map<String, Object> list() {
    Map<String, Object> all = new LinkedHashMap<>();
    queues.controls().forEach(queue -> all.put(queue.name(), view(queue)));
    return all;
  }

  private static Map<String, Object> view(QueueControl queue) {
    CallCounters counters = queue.counters();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("state", queue.state().name().toLowerCase(Locale.ROOT));
    view.put("rate", queue.rate());
    view.put("burst", queue.burst());
    view.put("size", queue.size());
    view.put("max_wait", queue.maxWait().toMillis() + "ms");
    view.put("next_hop", queue.nextHop());
    view.put("offered", counters.offered());
    view.put("passed", counters.passed());
    view.put("waiting", counters.waiting());
    view.put("cancelled", counters.cancelled());
    view.put("refused", counters.refused());
    view.put("timed_out", counters.timedOut());
    view.put("failed", counters.failed());
    view.put("longest_wait_ms", counters.longestWaitNanos() / 1_000_000);
    return view;
  }

  private static Map<String, Object> example() {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("state", "open");
    view.put("rate", 50L);
    view.put("burst", 1L);
    view.put("size", 10000L);
    view.put("max_wait", "30000ms");
    view.put("next_hop", "sip:10.0.0.1");
    view.put("offered", 1200L);
    view.put("passed", 1180L);
    view.put("waiting", 17L);
    view.put("cancelled", 3L);
    view.put("refused", 0L);
    view.put("timed_out", 0L);
    view.put("failed", 0L);
    view.put("longest_wait_ms", 412L);
    return view;
  }

  private Reply set(Arguments arguments) {
    QueueControl queue = find(arguments);
    String attribute = arguments.text("attribute");
    String value = arguments.text("value");
    try {
      switch (attribute) {
        case "rate" -> queue.setRate(number(value));
        case "burst" -> queue.setBurst(number(value));
        case "max_wait" -> queue.setMaxWait(Duration.ofNanos(Interval.parse(value).nanos()));
        default ->
            throw new IllegalArgumentException(
                "'" + attribute + "'; " + Nearest.advice("attribute", attribute, SETTABLE));
      }
    } catch (IllegalArgumentException e) {
      throw new FaultException(400, "Invalid " + attribute + ": " + e.getMessage());
    }
    return Reply.of("Successfully set " + attribute);
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException("'" + text + "' is no whole number");
    }
    return Integer.parseInt(text);
  }
}
