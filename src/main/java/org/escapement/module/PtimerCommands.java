package org.escapement.module;

import static org.escapement.command.Parameter.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.escapement.command.Arguments;
import org.escapement.command.Command;
import org.escapement.command.FaultException;
import org.escapement.command.Parameter;
import org.escapement.command.Reply;
import org.escapement.text.ConfigurationException;
import org.escapement.timer.RouteTimers;
import org.escapement.timer.TimerControl;
import org.escapement.timer.TimerFaultException;

/** {@code ptimer.*}: what operators see of route timers, and do with them. */
public final class PtimerCommands {

  private static final Parameter NAME = text("name", "the timer");
  private static final Parameter WORKER =
      text("worker", "one of its workers, from 0; all unless given").optional();
  private static final String ATTRIBUTES = "interval|ntasks|nslices";

  /** What a timer can be told for all workers or for one. */
  private enum Order {
    PAUSE("Pauses", "", "Successfully paused timer workers"),
    CONTINUE("Continues paused", "", "Successfully continued timer workers"),
    START("Has", " jump to the start route", "Successfully jumped execution to start route"),
    LOOP("Has", " jump to the loop route", "Successfully jumped execution to loop route"),
    END("Has", " jump to the end route and pause", "Successfully jumped execution to end route");

    private final String help;
    private final String answer;

    Order(String verb, String rest, String answer) {
      this.help = verb + " the workers of a timer, or one of them" + rest;
      this.answer = answer;
    }

    void give(TimerControl timer, int worker) {
      switch (this) {
        case PAUSE -> timer.pause(worker);
        case CONTINUE -> timer.resume(worker);
        case START -> timer.start(worker);
        case LOOP -> timer.loop(worker);
        case END -> timer.end(worker);
      }
    }
  }

  private final RouteTimers timers;
  private final TimerEditor editor;

  /**
   * @param editor adds, changes and removes timers
   */
  public PtimerCommands(RouteTimers timers, TimerEditor editor) {
    this.timers = timers;
    this.editor = editor;
  }

  public List<Command> commands() {
    return Stream.concat(Stream.of(Order.values()).map(this::order), others()).toList();
  }

  private Command order(Order order) {
    String name = "ptimer." + order.name().toLowerCase(Locale.ROOT);
    return Command.named(name, order.help)
        .takes(NAME, WORKER)
        .changing()
        .example("queue", 3L)
        .answered(Reply.of(order.answer))
        .does(
            (arguments, caller) ->
                guarded(
                    () -> {
                      TimerControl timer = timers.timer(arguments.text("name"));
                      Optional<String> worker = arguments.optionalText("worker");
                      order.give(timer, worker.map(timer::worker).orElse(TimerControl.ALL));
                      return Reply.of(order.answer);
                    }));
  }

  private Stream<Command> others() {
    return Stream.of(
        Command.named("ptimer.list", "Lists the timers with their workers")
            .answered(Reply.of(Map.of("queue", TimerViews.EXAMPLE)))
            .does((arguments, caller) -> Reply.of(each(timers.list(), TimerViews::listing))),
        Command.named("ptimer.stats", "Shows ticks, lateness and run time of all timers, or of one")
            .takes(text("name", "the timer; all unless given").optional())
            .example("queue")
            .answered(Reply.of(Map.of("queue", TimerViews.EXAMPLE_STATISTICS)))
            .does((arguments, caller) -> guarded(() -> statistics(arguments))),
        Command.named("ptimer.set", "Changes a timer from its next tick on")
            .takes(NAME, text("attribute", ATTRIBUTES), text("value", "as in its definition"))
            .changing()
            .example("queue", "interval", "50ms")
            .answered(Reply.of("Successfully set interval"))
            .does((arguments, caller) -> guarded(() -> set(arguments))),
        Command.named("ptimer.add", "Adds a timer, which begins at once")
            .takes(text("definition", "as the parameter timer, with start=, loop= and end= in it"))
            .changing()
            .example("name=extra;interval=2s;loop=EXTRA_LOOP")
            .answered(Reply.of("Successfully added timer"))
            .does((arguments, caller) -> guarded(() -> add(arguments))),
        Command.named("ptimer.remove", "Ends a timer with its end routes and forgets it")
            .takes(NAME)
            .changing()
            .example("extra")
            .answered(Reply.of("Successfully removed timer"))
            .does((arguments, caller) -> guarded(() -> remove(arguments))));
  }

  private static Map<String, Object> each(
      List<TimerControl> timers, Function<TimerControl, Object> view) {
    Map<String, Object> all = new LinkedHashMap<>();
    timers.forEach(timer -> all.put(timer.name(), view.apply(timer)));
    return all;
  }

  private Reply statistics(Arguments arguments) {
    Optional<String> name = arguments.optionalText("name");
    List<TimerControl> wanted =
        name.isPresent() ? List.of(timers.timer(name.get())) : timers.list();
    return Reply.of(each(wanted, TimerViews::statistics));
  }

  private Reply set(Arguments arguments) {
    String attribute = arguments.text("attribute");
    editor.set(arguments.text("name"), attribute, arguments.text("value"));
    return Reply.of("Successfully set " + attribute);
  }

  private Reply add(Arguments arguments) {
    editor.add(arguments.text("definition"));
    return Reply.of("Successfully added timer");
  }

  private Reply remove(Arguments arguments) {
    editor.remove(arguments.text("name"));
    return Reply.of("Successfully removed timer");
  }

  private static Reply guarded(Supplier<Reply> action) {
    try {
      return action.get();
    } catch (TimerFaultException e) {
      throw new FaultException(e.code(), String.valueOf(e.getMessage()));
    } catch (ConfigurationException e) {
      List<String> lines = new ArrayList<>();
      e.problems().forEach(problem -> lines.add(problem.what() + ": " + problem.advice()));
      throw new FaultException(400, "Invalid timer definition: " + String.join("; ", lines));
    }
  }
}
